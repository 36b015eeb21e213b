package org.commonfold.rating.rest;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record InvitationPage(List<InvitationView> items, String next) {}
