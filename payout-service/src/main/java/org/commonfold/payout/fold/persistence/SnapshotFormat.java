package org.commonfold.payout.fold.persistence;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsState;
import org.commonfold.payout.fold.domain.Criterion;

/**
 * A commons' state as bytes: dense, since ratings are many. A number takes as few bytes as it
 * needs, a name is written once. The checksum tells what was not written by us.
 */
final class SnapshotFormat {

    /**
     * To be raised with every change of these bytes, and of any rule of the fold by which the same
     * log would lead to another state: what is saved in another version is folded again.
     */
    static final int VERSION = 2;

    private static final int OTHER_AUTHORS = 1;
    private static final int BEYOND_LONG = 2;

    private SnapshotFormat() {}

    static byte[] encode(CommonsState state) {
        SnapshotOutput out = new SnapshotOutput();
        out.name(state.id().value());
        out.list(state.charters(), charter -> charter(charter, out));
        out.number(state.counts().works());
        out.number(state.counts().revenues());
        out.number(state.turn().works());
        out.number(state.turn().revenues());
        out.list(state.works(), work -> work(work, out));
        out.list(state.rated(), rated -> rated(rated, out));
        out.list(state.revenues(), revenue -> revenue(revenue, out));
        return out.toBytes();
    }

    private static void charter(Charter charter, SnapshotOutput out) {
        out.list(charter.criteria(), criterion -> criterion(criterion, out));
        out.number(charter.quorum());
        out.number(charter.referencePoints());
        out.number(charter.priorPerMille());
        out.number(charter.levellingRatings());
        out.number(charter.pairCapBasisPoints());
        out.number(charter.pairAllowanceRatings());
        out.number(charter.treasuryBasisPoints());
    }

    private static void criterion(Criterion criterion, SnapshotOutput out) {
        out.name(criterion.name());
        out.number(criterion.weight());
        out.number((long) criterion.min() - SnapshotInput.SCORE_MIN);
        out.list(criterion.points(), points -> out.number(points));
    }

    private static void work(CommonsState.Work work, SnapshotOutput out) {
        out.number(work.ordinal());
        out.text(work.id().value());
        out.number(work.live() ? 1 : 0);
        out.list(work.authors(), author -> {
            out.name(author.id().value());
            out.number(author.share());
        });
        out.list(work.upstream(), source -> {
            out.number(source.ordinal());
            out.number(source.basisPoints());
        });
        out.list(work.ratings(), rating -> rating(rating, out));
    }

    private static void rated(CommonsState.Rated rated, SnapshotOutput out) {
        out.number(rated.ordinal());
        out.number(rated.from());
        out.list(rated.ratings(), rating -> rating(rating, out));
    }

    private static void rating(CommonsState.PeerRating rating, SnapshotOutput out) {
        boolean others = rating.authors() != null;
        boolean beyondLong = rating.level().bitLength() >= Long.SIZE;
        out.number((others ? OTHER_AUTHORS : 0) | (beyondLong ? BEYOND_LONG : 0));
        out.name(rating.rater().value());
        out.number(rating.points());
        if (beyondLong) {
            out.text(rating.level().toString());
        } else {
            out.number(rating.level().longValueExact());
        }
        out.number(rating.influence());
        if (others) {
            out.list(rating.authors(), author -> out.name(author.value()));
        }
    }

    private static void revenue(CommonsState.Receivable revenue, SnapshotOutput out) {
        out.number(revenue.number());
        out.text(revenue.id().value());
        out.name(revenue.partnerId().value());
        out.number(revenue.amount().micros());
        out.name(revenue.amount().currency());
        out.list(revenue.credits(), credit -> {
            out.name(credit.owner());
            out.number(credit.micros());
        });
        out.number(revenue.received());
        out.number(revenue.voided() ? 1 : 0);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when it did not
     */
    static CommonsState decode(byte[] bytes) {
        return SnapshotInput.of(bytes).state();
    }

    static boolean hasOtherAuthors(long flags) {
        return (flags & OTHER_AUTHORS) != 0;
    }

    static boolean isBeyondLong(long flags) {
        return (flags & BEYOND_LONG) != 0;
    }
}
