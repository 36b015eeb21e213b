package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.Need;
import org.commonfold.contribution.domain.NeedId;
import org.commonfold.contribution.domain.NeedState;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All needs there are. */
public interface Needs {

    /** Which needs; what is null is not asked for. */
    record Filter(String skill, NeedState state) {}

    Uni<Optional<Need>> find(NeedId id);

    /** Finds it and lets no one else change it before the surrounding transaction ends. */
    Uni<Optional<Need>> lock(NeedId id);

    /** In the order of their ids, at most {@code countMax}, after the one given if any. */
    Uni<List<Need>> list(CommonsId commonsId, Filter filter, Optional<UUID> after, int countMax);

    /** In the surrounding transaction. */
    Uni<Void> add(Need need);

    /** In the surrounding transaction, of one that was locked in it. */
    Uni<Void> update(Need need);
}
