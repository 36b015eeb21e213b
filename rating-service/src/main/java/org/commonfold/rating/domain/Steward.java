package org.commonfold.rating.domain;

/** Someone in a commons' own list of stewards. */
public record Steward(CommonsId commonsId, ContributorId contributorId) {}
