package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.RevenueEvent;

/** The log that every service reads. What is recorded is sent, some time after the commit. */
public interface CommonsLog {

    /**
     * In the surrounding transaction, which fails when the revenue has had another event meanwhile.
     *
     * @param eventCount how many events it had when this one was decided
     */
    Uni<Void> record(RevenueEvent event, long eventCount);
}
