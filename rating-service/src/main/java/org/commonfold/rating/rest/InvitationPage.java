package org.commonfold.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record InvitationPage(
        List<InvitationView> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next) {}
