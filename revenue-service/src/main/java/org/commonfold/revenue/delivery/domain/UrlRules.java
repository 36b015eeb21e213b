package org.commonfold.revenue.delivery.domain;

import java.util.Set;

/**
 * Which URLs an endpoint may have, by configuration.
 *
 * @param allowsHttp only where there is nothing to protect: in development
 * @param allowsPrivateAddresses only there too: what is connected to may be private
 * @param ports those that may be connected to
 */
public record UrlRules(boolean allowsHttp, boolean allowsPrivateAddresses, Set<Integer> ports) {}
