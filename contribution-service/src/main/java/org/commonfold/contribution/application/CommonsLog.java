package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.CommonsEvent;
import org.commonfold.contribution.domain.ContributionEvent;
import org.commonfold.contribution.domain.NeedEvent;

/** The log that every service reads. What is recorded is sent, some time after the commit. */
public interface CommonsLog {

    /** In the surrounding transaction. */
    Uni<Void> record(CommonsEvent event);

    /**
     * In the surrounding transaction, which fails when the contribution has had another event
     * meanwhile.
     *
     * @param eventCount how many events it had when this one was decided
     */
    Uni<Void> record(ContributionEvent event, long eventCount);

    /**
     * In the surrounding transaction, which fails when the need has changed meanwhile.
     *
     * @param changeCount how many changes it had had when this one was decided
     */
    Uni<Void> record(NeedEvent event, long changeCount);
}
