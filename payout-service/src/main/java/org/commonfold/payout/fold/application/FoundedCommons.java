package org.commonfold.payout.fold.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.fold.domain.CommonsId;

/** Which commons there are, as far as the log has been read. */
public interface FoundedCommons {

    /** One that was founded there, in the surrounding transaction. */
    Uni<Void> add(CommonsId id, LogPlace place);
}
