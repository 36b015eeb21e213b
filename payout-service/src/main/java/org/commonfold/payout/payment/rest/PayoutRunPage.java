package org.commonfold.payout.payment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record PayoutRunPage(
        List<PayoutRunView> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next) {}
