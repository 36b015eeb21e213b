package org.commonfold.contribution.domain;

/**
 * Who is asking.
 *
 * @param hasStewardRole whether they are a steward of some commons; not yet of which
 */
public record Person(ContributorId id, boolean hasStewardRole) {}
