package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionId;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All contributions there are. */
public interface Contributions {

    Uni<Optional<Contribution>> find(ContributionId id);

    /** In the order of their ids, at most {@code countMax}, after the one given if any. */
    Uni<List<Contribution>> list(CommonsId commonsId, Optional<UUID> after, int countMax);

    /** The commons of those that exist. */
    Uni<Map<ContributionId, CommonsId>> homesOf(Collection<ContributionId> ids);

    /** In the surrounding transaction. */
    Uni<Void> add(Contribution contribution);

    /** In the surrounding transaction. */
    Uni<Void> update(Contribution contribution);
}
