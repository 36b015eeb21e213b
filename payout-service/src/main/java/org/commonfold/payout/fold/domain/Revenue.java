package org.commonfold.payout.fold.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One revenue from its declaration to its last receipt or its voiding. What each owner was credited
 * is released in proportion to what was received.
 */
public final class Revenue {

    /** There are many, and few are asked who has them: not the owner's name, but who it is. */
    private static final class Credit {

        /** Null for the treasury. */
        private final ContributorId contributor;

        private final long total;
        private long released;

        Credit(ContributorId contributor, long total) {
            this.contributor = contributor;
            this.total = total;
        }
    }

    private final CommonsId commonsId;
    private final int number;

    private final RevenueId id;
    private final PartnerId partnerId;
    private final Money amount;
    private final List<Credit> credits = new ArrayList<>();
    private long received;
    private boolean voided;

    Revenue(int number, CommonsEvent.RevenueDeclared declared, Credits credits) {
        this.number = number;
        this.commonsId = declared.commonsId();
        this.id = declared.revenueId();
        this.partnerId = declared.partnerId();
        this.amount = declared.amount();
        credits.byContributor().forEach((who, micros) -> this.credits.add(new Credit(who, micros)));
        this.credits.add(new Credit(null, credits.treasury()));
    }

    /**
     * As it stood when its state was told.
     *
     * @param known the one object for a person
     */
    Revenue(
            CommonsId commonsId,
            CommonsState.Receivable state,
            UnaryOperator<ContributorId> known) {
        this.commonsId = commonsId;
        this.number = state.number();
        this.id = state.id();
        this.partnerId = state.partnerId();
        this.amount = state.amount();
        this.received = state.received();
        this.voided = state.voided();
        for (CommonsState.Credit told : state.credits()) {
            ContributorId contributor = Account.contributorOf(told.owner());
            Credit credit = new Credit(
                    contributor == null ? null : known.apply(contributor), told.micros());
            credit.released = Fraction.floor(told.micros(), received, amount.micros());
            credits.add(credit);
        }
    }

    /** All there is to say of it. */
    CommonsState.Receivable state() {
        List<CommonsState.Credit> told = new ArrayList<>(credits.size());
        credits.forEach(credit -> told.add(new CommonsState.Credit(owner(credit), credit.total)));
        return new CommonsState.Receivable(number, id, partnerId, amount, told, received, voided);
    }

    private String owner(Credit credit) {
        return credit.contributor == null
                ? Account.treasuryOf(commonsId)
                : Account.ownerOf(credit.contributor);
    }

    /** Its place in the order of declaration, from 0. */
    int number() {
        return number;
    }

    int creditCount() {
        return credits.size();
    }

    RevenueId id() {
        return id;
    }

    CommonsId commonsId() {
        return commonsId;
    }

    public PartnerId partnerId() {
        return partnerId;
    }

    /** What was declared. */
    public Money amount() {
        return amount;
    }

    /** Micros that have arrived so far. */
    public long received() {
        return received;
    }

    /**
     * What would become available of each credit if so much had arrived: {@code floor(credit ·
     * received / total)}, in the end all. Nothing changes.
     *
     * @param receivedUntil micros, with what arrived before
     */
    public List<Release> releases(long receivedUntil) {
        List<Release> releases = new ArrayList<>(credits.size());
        for (Credit credit : credits) {
            long until = Fraction.floor(credit.total, receivedUntil, amount.micros());
            releases.add(new Release(owner(credit), credit.total, credit.released, until));
        }
        return releases;
    }

    /** Debits what the partner owes, credits what everybody will have. */
    Movement distributed(Credits result) {
        Entry.Postings postings = new Entry.Postings();
        postings.debit(Account.receivable(partnerId), amount.micros());
        for (Credit credit : credits) {
            postings.credit(Account.accrued(owner(credit)), credit.total);
        }
        return new Movement.RevenueDistributed(
                entry(Entry.Kind.DISTRIBUTION, postings),
                partnerId,
                amount,
                result.treasury(),
                result.byContributor().size(),
                result.contributions());
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

    private Movement released(Money part) {
        Entry.Postings postings = new Entry.Postings();
        postings.debit(Account.bank(amount.currency()), part.micros());
        postings.credit(Account.receivable(partnerId), part.micros());
        long releasedNow = 0;
        List<Release> releases = releases(received);
        for (int i = 0; i < releases.size(); i++) {
            Release release = releases.get(i);
            postings.debit(Account.accrued(release.owner()), release.micros());
            postings.credit(Account.available(release.owner()), release.micros());
            credits.get(i).released = release.until();
            releasedNow += release.micros();
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
            postings.debit(Account.accrued(owner(credit)), unreleased);
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
