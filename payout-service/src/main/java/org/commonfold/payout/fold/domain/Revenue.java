package org.commonfold.payout.fold.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One revenue from its declaration to its last receipt or its voiding. What each owner was credited
 * is released in proportion to what was received.
 */
final class Revenue {

    private static final class Credit {

        private final String owner;
        private final long total;
        private long released;

        Credit(String owner, long total) {
            this.owner = owner;
            this.total = total;
        }
    }

    private final CommonsId commonsId;
    private final RevenueId id;
    private final PartnerId partnerId;
    private final Money amount;
    private final Distribution distribution;
    private final List<Credit> credits = new ArrayList<>();
    private long received;
    private boolean voided;

    Revenue(CommonsEvent.RevenueDeclared declared, Distribution distribution) {
        this.commonsId = declared.commonsId();
        this.id = declared.revenueId();
        this.partnerId = declared.partnerId();
        this.amount = declared.amount();
        this.distribution = distribution;
        for (Map.Entry<ContributorId, Long> credit : distribution.credits().entrySet()) {
            credits.add(new Credit(Account.ownerOf(credit.getKey()), credit.getValue()));
        }
        credits.add(new Credit(Account.treasuryOf(commonsId), distribution.treasury()));
    }

    CommonsId commonsId() {
        return commonsId;
    }

    /** Debits what the partner owes, credits what everybody will have. */
    Movement distributed() {
        Entry.Postings postings = new Entry.Postings();
        postings.debit(Account.receivable(partnerId), amount.micros());
        for (Credit credit : credits) {
            postings.credit(Account.accrued(credit.owner), credit.total);
        }
        return new Movement.RevenueDistributed(
                entry(Entry.Kind.DISTRIBUTION, postings),
                partnerId,
                amount,
                distribution.treasury(),
                distribution.credits().size(),
                distribution.contributions());
    }

    Verdict receive(Money part) {
        if (!part.currency().equals(amount.currency())) {
            return Verdict.rejected(Rejection.ANOTHER_CURRENCY);
        }
        if (voided) {
            return Verdict.rejected(Rejection.REVENUE_VOIDED);
        }
        if (part.micros() > amount.micros() - received) {
            return Verdict.rejected(Rejection.BEYOND_WHAT_IS_OWED);
        }
        received += part.micros();
        return Verdict.accepted(released(part));
    }

    /** Each credit has had {@code floor(credit · received / total)} released; in the end all. */
    private Movement released(Money part) {
        Entry.Postings postings = new Entry.Postings();
        postings.debit(Account.bank(amount.currency()), part.micros());
        postings.credit(Account.receivable(partnerId), part.micros());
        long releasedNow = 0;
        for (Credit credit : credits) {
            long until = Fraction.floor(credit.total, received, amount.micros());
            long now = until - credit.released;
            postings.debit(Account.accrued(credit.owner), now);
            postings.credit(Account.available(credit.owner), now);
            credit.released = until;
            releasedNow += now;
        }
        return new Movement.RevenueReleased(
                entry(Entry.Kind.RELEASE, postings), partnerId, part, releasedNow);
    }

    /**
     * Takes back from everybody what has not been released. The partner owes that much less: less
     * than nothing by the micros that arrived and no rounding has released.
     */
    Verdict voidIt() {
        if (voided) {
            return Verdict.rejected(Rejection.REVENUE_VOIDED);
        }
        voided = true;
        Entry.Postings postings = new Entry.Postings();
        long takenBack = 0;
        for (Credit credit : credits) {
            long unreleased = credit.total - credit.released;
            postings.debit(Account.accrued(credit.owner), unreleased);
            takenBack += unreleased;
        }
        if (takenBack == 0) {
            return Verdict.accepted();
        }
        postings.credit(Account.receivable(partnerId), takenBack);
        return Verdict.accepted(
                new Movement.RevenueTakenBack(entry(Entry.Kind.TAKING_BACK, postings)));
    }

    private Entry entry(Entry.Kind kind, Entry.Postings postings) {
        return new Entry(kind, commonsId, id, amount.currency(), postings.list());
    }
}
