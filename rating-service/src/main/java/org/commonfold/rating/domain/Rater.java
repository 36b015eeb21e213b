package org.commonfold.rating.domain;

/** A peer in one commons: in another, the same person is another rater. */
public record Rater(CommonsId commonsId, ContributorId id) {}
