package org.commonfold.revenue.domain;

/** What others wrote to the log, as far as it says what a partner may name. */
public sealed interface LogEvent {

    CommonsId commonsId();

    /** There is a commons to declare revenue for. */
    record Founded(CommonsId commonsId) implements LogEvent {}

    /** There is a contribution to name in it. */
    record Published(CommonsId commonsId, ContributionId contributionId) implements LogEvent {}
}
