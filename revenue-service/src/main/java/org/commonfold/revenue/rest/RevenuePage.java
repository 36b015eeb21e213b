package org.commonfold.revenue.rest;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record RevenuePage(List<RevenueView> items, String next) {}
