package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Revenue;
import org.commonfold.revenue.domain.RevenueId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All revenues there are. */
public interface Revenues {

    Uni<Optional<Revenue>> find(RevenueId id);

    /** Others who ask for a change wait until the surrounding transaction ends. */
    Uni<Optional<Revenue>> findForChange(RevenueId id);

    /**
     * The one that a partner declared under this reference, if any. Others who ask for the same
     * wait until the surrounding transaction ends: there is never a second one.
     */
    Uni<Optional<Revenue>> findByReference(PartnerId partnerId, String reference);

    /**
     * In the order of their ids, at most {@code countMax}, after the one given if any.
     *
     * @param declaredBy whose, or everybody's
     */
    Uni<List<Revenue>> list(
            CommonsId commonsId,
            Optional<PartnerId> declaredBy,
            Optional<UUID> after,
            int countMax);

    /** In the surrounding transaction. */
    Uni<Void> add(Revenue revenue);

    /** In the surrounding transaction. */
    Uni<Void> update(Revenue revenue);
}
