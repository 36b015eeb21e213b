package org.commonfold.rating.domain;

/** A charter version of one commons. */
public record AdoptedCharter(CommonsId commonsId, Charter charter) {}
