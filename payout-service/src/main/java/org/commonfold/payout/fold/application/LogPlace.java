package org.commonfold.payout.fold.application;

/** Where in commons.log something stands. */
public record LogPlace(int partition, long offset) {}
