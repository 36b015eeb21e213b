package org.commonfold.contribution.domain;

/** A place in the log. All events of a commons lie in one partition, so offsets order them. */
public record LogPlace(int partition, long offset) {}
