package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;

/** Whether the current ratings of peers speak well of works, as the log tells. */
public interface PeerVerdicts {

    /** In the place of the rater's former one, if any. In the surrounding transaction. */
    Uni<Void> put(ContributionId id, ContributorId raterId, boolean isFavourable);

    /** In the surrounding transaction. */
    Uni<Void> remove(ContributionId id, ContributorId raterId);
}
