package org.commonfold.rating.domain;

/** Someone who has published in a commons, or was invited to rate there. */
public record Membership(CommonsId commonsId, ContributorId contributorId) {}
