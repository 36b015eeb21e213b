package org.commonfold.revenue.delivery.rest;

import java.util.List;

/** All of a partner's: there are at most ten. */
record EndpointList(List<EndpointView> items) {}
