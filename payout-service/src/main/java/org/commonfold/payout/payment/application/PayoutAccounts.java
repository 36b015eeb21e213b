package org.commonfold.payout.payment.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.payment.domain.PayoutAccount;

import java.util.Optional;

/** Where contributors want their money. */
public interface PayoutAccounts {

    Uni<Optional<PayoutAccount>> find(ContributorId contributorId);

    /** In the surrounding transaction. */
    Uni<Void> put(ContributorId contributorId, PayoutAccount account);

    /** Whether there was one; in the surrounding transaction. */
    Uni<Boolean> remove(ContributorId contributorId);
}
