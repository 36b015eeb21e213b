package org.commonfold.contribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record NeedPage(
        List<NeedView> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next) {}
