package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.Charter;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;

/** All commons that the log has told of. */
public interface Commonses {

    /** The last version that was read. */
    Uni<Charter> charterOf(CommonsId id);

    /** Whether someone has published there or was invited. */
    Uni<Boolean> hasMember(CommonsId id, ContributorId who);
}
