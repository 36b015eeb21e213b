package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.Partner;
import org.commonfold.revenue.domain.PartnerId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All partners there are. */
public interface Partners {

    Uni<Optional<Partner>> find(PartnerId id);

    /** Others who ask for a change wait until the surrounding transaction ends. */
    Uni<Optional<Partner>> findForChange(PartnerId id);

    /** In the order of their ids, at most {@code countMax}, after the one given if any. */
    Uni<List<Partner>> list(Optional<UUID> after, int countMax);

    /** In the surrounding transaction. */
    Uni<Void> add(Partner partner);

    /** In the surrounding transaction. */
    Uni<Void> update(Partner partner);
}
