package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.CommonsId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All commons there are. */
public interface Commonses {

    Uni<Optional<Commons>> find(CommonsId id);

    /** In the order of their ids, at most {@code countMax}, after the one given if any. */
    Uni<List<Commons>> list(Optional<UUID> after, int countMax);

    /** In the surrounding transaction. */
    Uni<Void> add(Commons commons);
}
