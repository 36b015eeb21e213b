package org.commonfold.payout.fold.messaging;

import org.commonfold.payout.fold.domain.Author;
import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Criterion;
import org.commonfold.payout.fold.domain.Derivation;
import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.fold.domain.PartnerId;
import org.commonfold.payout.fold.domain.Rejection;
import org.commonfold.payout.fold.domain.RevenueId;
import org.commonfold.payout.fold.domain.Usage;

import java.util.List;
import java.util.OptionalLong;

/** Version 1 of every event that the fold reads (EVENTS.md). */
final class EventReaders {

    static final int CONFIDENCE_WHEN_ABSENT = 3;

    private EventReaders() {}

    static CommonsEvent commonsFounded(Fields data) {
        return new CommonsEvent.CommonsFounded(commonsId(data), charter(data.object("charter")));
    }

    static CommonsEvent charterAmended(Fields data) {
        return new CommonsEvent.CharterAmended(commonsId(data), charter(data.object("charter")));
    }

    static CommonsEvent contributionPublished(Fields data) {
        return new CommonsEvent.ContributionPublished(
                commonsId(data),
                contributionId(data),
                authors(data),
                data.optionalList("derivedFrom", EventReaders::derivation));
    }

    static CommonsEvent authorsReapportioned(Fields data) {
        return new CommonsEvent.AuthorsReapportioned(
                commonsId(data), contributionId(data), authors(data));
    }

    static CommonsEvent contributionWithdrawn(Fields data) {
        return new CommonsEvent.ContributionWithdrawn(commonsId(data), contributionId(data));
    }

    static CommonsEvent peerRated(Fields data) {
        OptionalLong version = data.optionalInteger("charterVersion");
        boolean isConfident = data.optionalInteger("confidence").isPresent();
        return new CommonsEvent.PeerRated(
                commonsId(data),
                contributionId(data),
                raterId(data),
                data.integersByName("scores"),
                isConfident ? data.smallInteger("confidence") : CONFIDENCE_WHEN_ABSENT,
                version.isPresent() ? version.getAsLong() : null);
    }

    static CommonsEvent ratingRetracted(Fields data) {
        return new CommonsEvent.RatingRetracted(
                commonsId(data), contributionId(data), raterId(data));
    }

    static CommonsEvent revenueDeclared(Fields data) {
        return new CommonsEvent.RevenueDeclared(
                commonsId(data),
                revenueId(data),
                new PartnerId(data.id("partnerId")),
                amount(data),
                data.optionalList("usage", EventReaders::usage));
    }

    static CommonsEvent revenueReceived(Fields data) {
        return new CommonsEvent.RevenueReceived(commonsId(data), revenueId(data), amount(data));
    }

    static CommonsEvent revenueVoided(Fields data) {
        return new CommonsEvent.RevenueVoided(commonsId(data), revenueId(data));
    }

    private static CommonsId commonsId(Fields data) {
        return new CommonsId(data.id("commonsId"));
    }

    private static ContributionId contributionId(Fields data) {
        return new ContributionId(data.id("contributionId"));
    }

    private static ContributorId raterId(Fields data) {
        return new ContributorId(data.id("raterId"));
    }

    private static RevenueId revenueId(Fields data) {
        return new RevenueId(data.id("revenueId"));
    }

    private static List<Author> authors(Fields data) {
        return data.list(
                "authors",
                one -> new Author(
                        new ContributorId(one.id("contributorId")), one.smallInteger("share")));
    }

    private static Derivation derivation(Fields data) {
        return new Derivation(contributionId(data), data.smallInteger("basisPoints"));
    }

    private static Usage usage(Fields data) {
        return new Usage(contributionId(data), data.smallInteger("weight"));
    }

    private static Money amount(Fields data) {
        Fields amount = data.object("amount");
        return Money.parse(amount.text("value"), amount.text("currency"))
                .orElseThrow(() ->
                        new UnreadableField(Rejection.AMOUNT_NOT_VALID, "amount is not valid"));
    }

    private static Charter charter(Fields data) {
        return new Charter(
                data.list("criteria", EventReaders::criterion),
                data.smallInteger("quorum"),
                data.smallInteger("referencePoints"),
                data.smallInteger("priorPerMille"),
                data.smallInteger("levellingRatings"),
                data.smallInteger("pairCapBasisPoints"),
                data.smallInteger("pairAllowanceRatings"),
                data.smallInteger("treasuryBasisPoints"));
    }

    private static Criterion criterion(Fields data) {
        return new Criterion(
                data.text("name"),
                data.smallInteger("weight"),
                data.smallInteger("min"),
                data.integers("points"));
    }
}
