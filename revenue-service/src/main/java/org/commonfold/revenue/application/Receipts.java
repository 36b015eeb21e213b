package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.Receipt;
import org.commonfold.revenue.domain.RevenueId;

import java.util.Optional;

/** All receipts there are. */
public interface Receipts {

    /** The one that was confirmed for a revenue under this reference, if any. */
    Uni<Optional<Receipt>> findByReference(RevenueId revenueId, String reference);

    /** In the surrounding transaction. */
    Uni<Void> add(Receipt receipt);
}
