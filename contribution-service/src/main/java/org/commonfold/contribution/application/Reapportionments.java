package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.Reapportionment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All reapportionments that were ever proposed. */
public interface Reapportionments {

    Uni<Optional<Reapportionment>> find(ContributionId contributionId, UUID id);

    /** In the order of their ids, at most {@code countMax}, after the one given if any. */
    Uni<List<Reapportionment>> list(
            ContributionId contributionId, Optional<UUID> after, int countMax);

    /** In the surrounding transaction. */
    Uni<Void> add(Reapportionment reapportionment);

    /** In the surrounding transaction. */
    Uni<Void> update(Reapportionment reapportionment);
}
