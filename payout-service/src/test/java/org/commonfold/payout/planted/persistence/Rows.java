package org.commonfold.payout.planted.persistence;

/** An adapter for the planted violations to reach for. */
public record Rows(int count) {}
