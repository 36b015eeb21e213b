package org.commonfold.revenue.delivery.domain;

import java.util.Set;

/**
 * Which URLs an endpoint may have, by configuration.
 *
 * @param allowsHttp only where there is nothing to protect: in development
 * @param ports those that may be connected to
 */
public record UrlRules(boolean allowsHttp, Set<Integer> ports) {}
