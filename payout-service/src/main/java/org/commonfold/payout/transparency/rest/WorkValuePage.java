package org.commonfold.payout.transparency.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record WorkValuePage(
        List<WorkValueView> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next) {}
