package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.Circumstances;
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
     * What a proposed revenue is decided on. Others who propose one of the same partner under the
     * same reference wait until the surrounding transaction ends: there is never a second one.
     */
    Uni<Circumstances> circumstancesOf(Revenue proposed);

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

    /** In the surrounding transaction; its event may be recorded beside it, without waiting. */
    Uni<Void> add(Revenue revenue);

    /** In the surrounding transaction. */
    Uni<Void> update(Revenue revenue);
}
