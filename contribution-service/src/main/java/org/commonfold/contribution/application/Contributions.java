package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributionVersion;
import org.commonfold.contribution.domain.ContributorId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All contributions there are. */
public interface Contributions {

    Uni<Optional<Contribution>> find(ContributionId id);

    /** Finds it and lets no one else change it before the surrounding transaction ends. */
    Uni<Optional<Contribution>> lock(ContributionId id);

    /** Its versions, the first first, at most {@code countMax}, after the one given. */
    Uni<List<ContributionVersion>> versions(ContributionId id, int afterVersion, int countMax);

    /** The commons of those that exist. */
    Uni<Map<ContributionId, CommonsId>> homesOf(Collection<ContributionId> ids);

    /** In the surrounding transaction; its event may be recorded beside it, without waiting. */
    Uni<Void> add(Contribution contribution, ContributorId publisher);

    /** In the surrounding transaction. */
    Uni<Void> addVersion(Contribution contribution, ContributorId by, Instant at);

    /** In the surrounding transaction. */
    Uni<Void> update(Contribution contribution);
}
