package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Invitation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who was invited to rate where. */
public interface Invitations {

    /** Until the surrounding transaction ends, no other can add it: two requests take turns. */
    Uni<Optional<Invitation>> findForChange(CommonsId commonsId, ContributorId raterId);

    /** In the surrounding transaction; from then on the rater may rate. */
    Uni<Void> add(Invitation invitation);

    /** In the order of their ids, at most {@code countMax}, after the one given if any. */
    Uni<List<Invitation>> list(CommonsId commonsId, Optional<UUID> after, int countMax);
}
