package org.commonfold.rating.rest;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record RatingVersionPage(List<RatingVersionView> items, String next) {}
