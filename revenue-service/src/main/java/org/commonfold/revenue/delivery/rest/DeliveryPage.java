package org.commonfold.revenue.delivery.rest;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record DeliveryPage(List<DeliveryView> items, String next) {}
