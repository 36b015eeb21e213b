package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.ContributionId;

import java.util.Optional;

/** All contributions that the log has told of. */
public interface Contributions {

    Uni<Optional<Contribution>> find(ContributionId id);
}
