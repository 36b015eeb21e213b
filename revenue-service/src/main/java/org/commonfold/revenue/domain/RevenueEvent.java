package org.commonfold.revenue.domain;

import java.time.Instant;

/** Everything that can have happened to a revenue. Facts, in the past tense. */
public sealed interface RevenueEvent {

    RevenueId revenueId();

    CommonsId commonsId();

    /** Folds this fact into the revenue. Total: what has happened can always be applied. */
    Revenue applyTo(Revenue revenue);

    /** A partner owes it from now on. */
    record Declared(Revenue revenue) implements RevenueEvent {
        @Override
        public RevenueId revenueId() {
            return revenue.id();
        }

        @Override
        public CommonsId commonsId() {
            return revenue.commonsId();
        }

        @Override
        public Revenue applyTo(Revenue nothingYet) {
            return revenue;
        }
    }

    /** All or a part of it has arrived. */
    record Received(Receipt receipt, CommonsId commonsId) implements RevenueEvent {
        @Override
        public RevenueId revenueId() {
            return receipt.revenueId();
        }

        @Override
        public Revenue applyTo(Revenue revenue) {
            return revenue.received(receipt.amount());
        }
    }

    /**
     * What has not arrived is owed no more.
     *
     * @param by whoever did it, by the opaque id; null of revenues voided before it was noted
     * @param reason for people, and for no log; or null
     */
    record Voided(RevenueId revenueId, CommonsId commonsId, Instant at, String by, String reason)
            implements RevenueEvent {

        @Override
        public Revenue applyTo(Revenue revenue) {
            return revenue.voided(this);
        }
    }
}
