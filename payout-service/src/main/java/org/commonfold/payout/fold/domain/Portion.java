package org.commonfold.payout.fold.domain;

/**
 * A part of what a commons is.
 *
 * @param state what has changed since the portion before, and some that has not
 * @param completes whether with this one all has been told since the first portion, or since the
 *     last one that completed
 */
public record Portion(CommonsState state, boolean completes) {}
