package org.commonfold.revenue.domain;

/** What one partner declared, added up. */
public record PartnerSums(PartnerId partnerId, String name, boolean publishesRevenue, Sums sums) {}
