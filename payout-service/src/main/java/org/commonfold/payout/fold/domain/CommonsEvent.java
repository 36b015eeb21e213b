package org.commonfold.payout.fold.domain;

import java.util.List;
import java.util.Map;

/**
 * Everything in the log that balances depend on: facts, with only the fields that the fold uses.
 * Each finds its own rule.
 */
public sealed interface CommonsEvent {

    CommonsId commonsId();

    /** Folds this fact into the commons it happened in. Rejected, it changes nothing. */
    Verdict foldInto(CommonsFold commons);

    /** How many works or credits of the commons folding it goes through, about. */
    default int extent(CommonsFold commons) {
        return 0;
    }

    /** Version 1 of the charter. */
    record CommonsFounded(CommonsId commonsId, Charter charter) implements CommonsEvent {
        @Override
        public Verdict foldInto(CommonsFold commons) {
            return Verdict.rejected(Rejection.FOUNDED_BEFORE);
        }
    }

    /** The next version of the charter. */
    record CharterAmended(CommonsId commonsId, Charter charter) implements CommonsEvent {
        @Override
        public Verdict foldInto(CommonsFold commons) {
            return commons.amend(charter);
        }
    }

    /** A work that earns from now on. */
    record ContributionPublished(
            CommonsId commonsId,
            ContributionId contributionId,
            List<Author> authors,
            List<Derivation> derivedFrom)
            implements CommonsEvent {
        @Override
        public Verdict foldInto(CommonsFold commons) {
            return commons.publish(this);
        }
    }

    /** The authors and shares from now on. */
    record AuthorsReapportioned(
            CommonsId commonsId, ContributionId contributionId, List<Author> authors)
            implements CommonsEvent {
        @Override
        public Verdict foldInto(CommonsFold commons) {
            return commons.reapportion(contributionId, authors);
        }
    }

    /** A work that earns nothing from now on. */
    record ContributionWithdrawn(CommonsId commonsId, ContributionId contributionId)
            implements CommonsEvent {
        @Override
        public Verdict foldInto(CommonsFold commons) {
            return commons.withdraw(contributionId);
        }
    }

    /**
     * One peer's judgement of one work; the former one of the same peer is forgotten.
     *
     * @param charterVersion the version the peer saw, or null for the one in force
     */
    record PeerRated(
            CommonsId commonsId,
            ContributionId contributionId,
            ContributorId raterId,
            Map<String, Long> scores,
            int confidence,
            Long charterVersion)
            implements CommonsEvent {
        @Override
        public Verdict foldInto(CommonsFold commons) {
            return commons.rate(this);
        }

        /** The same scores by another version, or by the one in force (null). */
        public PeerRated by(Long version) {
            return new PeerRated(commonsId, contributionId, raterId, scores, confidence, version);
        }
    }

    /** A peer takes a judgement back. */
    record RatingRetracted(
            CommonsId commonsId, ContributionId contributionId, ContributorId raterId)
            implements CommonsEvent {
        @Override
        public Verdict foldInto(CommonsFold commons) {
            return commons.retract(contributionId, raterId);
        }
    }

    /**
     * A partner owes money.
     *
     * @param usage what it earned with; empty for the whole commons
     */
    record RevenueDeclared(
            CommonsId commonsId,
            RevenueId revenueId,
            PartnerId partnerId,
            Money amount,
            List<Usage> usage)
            implements CommonsEvent {
        @Override
        public Verdict foldInto(CommonsFold commons) {
            return commons.declare(this);
        }

        @Override
        public int extent(CommonsFold commons) {
            return usage.isEmpty() ? commons.workCount() : usage.size();
        }
    }

    /** A part of the money arrived. */
    record RevenueReceived(CommonsId commonsId, RevenueId revenueId, Money amount)
            implements CommonsEvent {
        @Override
        public Verdict foldInto(CommonsFold commons) {
            return commons.receive(revenueId, amount);
        }

        @Override
        public int extent(CommonsFold commons) {
            return commons.creditCount(revenueId);
        }
    }

    /** No more of the money will arrive. */
    record RevenueVoided(CommonsId commonsId, RevenueId revenueId) implements CommonsEvent {
        @Override
        public Verdict foldInto(CommonsFold commons) {
            return commons.voidRevenue(revenueId);
        }

        @Override
        public int extent(CommonsFold commons) {
            return commons.creditCount(revenueId);
        }
    }
}
