package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.Receipt;
import org.commonfold.revenue.domain.RevenueId;

import java.util.List;
import java.util.Optional;

/** All receipts there are. */
public interface Receipts {

    /** The one that was confirmed for a revenue under this reference, if any. */
    Uni<Optional<Receipt>> findByReference(RevenueId revenueId, String reference);

    /** All of a revenue, at most {@link Receipt#COUNT_MAX}, the first first. */
    Uni<List<Receipt>> of(RevenueId revenueId);

    /** In the surrounding transaction. */
    Uni<Void> add(Receipt receipt);
}
