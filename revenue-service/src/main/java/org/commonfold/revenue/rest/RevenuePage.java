package org.commonfold.revenue.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record RevenuePage(
        List<RevenueView> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next) {}
