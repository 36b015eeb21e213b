package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.Charter;
import org.commonfold.contribution.domain.CharterVersion;
import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.CommonsEvent;
import org.commonfold.contribution.domain.CommonsId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All commons there are. */
public interface Commonses {

    Uni<Optional<Commons>> find(CommonsId id);

    /** Whether there is one of this id. */
    Uni<Boolean> isThere(CommonsId id);

    /** Finds it and lets no one else change it before the surrounding transaction ends. */
    Uni<Optional<Commons>> lock(CommonsId id);

    /** In the order of their ids, at most {@code countMax}, after the one given if any. */
    Uni<List<Commons>> list(Optional<UUID> after, int countMax);

    /** One charter it has had. */
    Uni<Optional<Charter>> charter(CommonsId id, int version);

    /** The charters it has had, the first first, at most {@code countMax}, after a version. */
    Uni<List<CharterVersion>> charters(CommonsId id, int afterVersion, int countMax);

    /** In the surrounding transaction. */
    Uni<Void> add(CommonsEvent.Founded founded);

    /** In the surrounding transaction. */
    Uni<Void> amend(CommonsEvent.Amended amended);
}
