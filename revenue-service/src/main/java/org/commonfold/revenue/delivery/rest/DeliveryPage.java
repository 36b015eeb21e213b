package org.commonfold.revenue.delivery.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record DeliveryPage(
        List<DeliveryView> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next) {}
