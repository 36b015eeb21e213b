package org.commonfold.contribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record ContributionPage(
        List<ContributionView> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next) {}
