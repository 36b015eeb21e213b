package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.Charter;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All commons that the log has told of. */
public interface Commonses {

    /** The last version that was read; none of a commons that has not been read of. */
    Uni<Optional<Charter>> charterOf(CommonsId id);

    /** Of those versions that were read, by number. */
    Uni<Map<Integer, Charter>> charters(CommonsId id, Set<Integer> versions);

    /** Whether someone has published there or was invited. */
    Uni<Boolean> hasMember(CommonsId id, ContributorId who);

    /** Whether someone is in its list of stewards. */
    Uni<Boolean> hasSteward(CommonsId id, ContributorId who);
}
