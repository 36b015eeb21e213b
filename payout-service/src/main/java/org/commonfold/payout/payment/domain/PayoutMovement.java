package org.commonfold.payout.payment.domain;

import org.commonfold.payout.fold.domain.Account;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Posting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Money of a payout that moves between the balances of a person in one commons. */
public sealed interface PayoutMovement {

    PayoutId payoutId();

    ContributorId contributorId();

    Draw draw();

    String currency();

    Entry entry();

    default CommonsId commonsId() {
        return draw().commonsId();
    }

    /** Named after what it is: a payout is reserved, paid and returned at most once each. */
    default UUID entryId() {
        String name = "payout/" + payoutId() + "/" + commonsId() + "/" + entry().kind();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Set aside: from available to reserved. */
    record Reserved(PayoutId payoutId, ContributorId contributorId, Draw draw, String currency)
            implements PayoutMovement {
        @Override
        public Entry entry() {
            return move(this, Entry.Kind.RESERVATION, Account::available, Account::reserved);
        }
    }

    /** Left for the bank account: from reserved to paid. */
    record Paid(PayoutId payoutId, ContributorId contributorId, Draw draw, String currency)
            implements PayoutMovement {
        @Override
        public Entry entry() {
            return move(this, Entry.Kind.PAYMENT, Account::reserved, Account::paid);
        }
    }

    /**
     * Did not go through, or came back.
     *
     * @param wasPaid whether the bank had said that it was paid
     * @param reason a stable code, such as {@code cancelled}
     * @param bankReason the bank's own code, such as {@code AC04}, or null
     */
    record Returned(
            PayoutId payoutId,
            ContributorId contributorId,
            Draw draw,
            String currency,
            boolean wasPaid,
            String reason,
            String bankReason)
            implements PayoutMovement {
        @Override
        public Entry entry() {
            return wasPaid
                    ? move(this, Entry.Kind.RETURN, Account::paid, Account::available)
                    : move(this, Entry.Kind.RETURN, Account::reserved, Account::available);
        }
    }

    private static Entry move(
            PayoutMovement movement,
            Entry.Kind kind,
            Function<String, Account> from,
            Function<String, Account> to) {
        String owner = Account.ownerOf(movement.contributorId());
        long micros = movement.draw().micros();
        List<Posting> postings = List.of(
                new Posting(from.apply(owner), micros), new Posting(to.apply(owner), -micros));
        return new Entry(kind, movement.commonsId(), null, movement.currency(), postings);
    }
}
