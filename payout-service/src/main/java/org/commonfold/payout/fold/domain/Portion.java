package org.commonfold.payout.fold.domain;

/**
 * A part of what a commons is.
 *
 * @param state what has changed since the portion before, and some that has not
 */
public record Portion(CommonsState state) {

    /**
     * Whether with this one all has been told since the first portion, or since the last one that
     * completed.
     */
    public boolean completes() {
        return state.turn().isOver();
    }
}
