package org.commonfold.payout.fold.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A log told event by event, mostly of one commons, and what it left on the accounts. */
final class History {

    static final CommonsId COMMONS = new CommonsId("lab");
    static final PartnerId PARTNER = new PartnerId("acme");

    private final Commonses commonses = new Commonses();
    private final Map<String, Long> accounts = new TreeMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private int revenues;

    static History of(CharterDraft charter) {
        return new History().accepting(new CommonsEvent.CommonsFounded(COMMONS, charter.charter()));
    }

    Verdict fold(CommonsEvent event) {
        Verdict verdict = commonses.fold(event);
        if (verdict instanceof Verdict.Accepted accepted) {
            movements.addAll(accepted.movements());
            accepted.movements().forEach(movement -> book(movement.entry()));
        }
        return verdict;
    }

    History accepting(CommonsEvent event) {
        assertThat(fold(event)).as("%s", event).isInstanceOf(Verdict.Accepted.class);
        return this;
    }

    /** Folds an event that must be rejected, and must leave no trace on the accounts. */
    History rejecting(Rejection reason, CommonsEvent event) {
        Map<String, Long> before = new TreeMap<>(accounts);
        assertThat(fold(event)).as("%s", event).isEqualTo(Verdict.rejected(reason));
        assertThat(accounts).isEqualTo(before);
        return this;
    }

    /** It will be folded later than events of other commons that are folded before it is. */
    History expecting(CommonsEvent event) {
        commonses.expect(event);
        return this;
    }

    History amended(CharterDraft charter) {
        return accepting(new CommonsEvent.CharterAmended(COMMONS, charter.charter()));
    }

    History published(String work, Author... authors) {
        return accepting(publication(work, List.of(authors)));
    }

    History derived(String work, Author author, Derivation... from) {
        return accepting(publication(work, List.of(author), from));
    }

    History reapportioned(String work, Author... authors) {
        return accepting(new CommonsEvent.AuthorsReapportioned(
                COMMONS, new ContributionId(work), List.of(authors)));
    }

    History withdrawn(String work) {
        return accepting(withdrawal(work));
    }

    /** By score alone: confidence 3, the charter in force. */
    History rated(String rater, String work, long score) {
        return accepting(rating(rater, work, score));
    }

    History retracted(String rater, String work) {
        return accepting(retraction(rater, work));
    }

    /** Declares so many micros, over all works by value or over those named by equal weights. */
    History declared(long micros, String... used) {
        List<Usage> usage = Arrays.stream(used)
                .map(work -> new Usage(new ContributionId(work), 1))
                .toList();
        revenues += 1;
        return accepting(declaration("r" + revenues, micros, usage));
    }

    History received(String revenue, long micros) {
        return accepting(receipt(revenue, micros, "EUR"));
    }

    History voided(String revenue) {
        return accepting(voiding(revenue));
    }

    long accrued(String contributor) {
        return -micros("contributor:" + contributor + ":accrued");
    }

    long available(String contributor) {
        return -micros("contributor:" + contributor + ":available");
    }

    long treasury() {
        return -micros("treasury:" + COMMONS + ":accrued");
    }

    long receivable() {
        return micros("partner:" + PARTNER + ":receivable");
    }

    long micros(String account) {
        return accounts.getOrDefault(account, 0L);
    }

    Movement lastMovement() {
        return movements.get(movements.size() - 1);
    }

    static Author by(String contributor) {
        return by(contributor, 1);
    }

    static Author by(String contributor, int share) {
        return new Author(new ContributorId(contributor), share);
    }

    static Derivation from(String work, int basisPoints) {
        return new Derivation(new ContributionId(work), basisPoints);
    }

    static CommonsEvent publication(String work, List<Author> authors, Derivation... from) {
        return new CommonsEvent.ContributionPublished(
                COMMONS, new ContributionId(work), authors, List.of(from));
    }

    static CommonsEvent withdrawal(String work) {
        return new CommonsEvent.ContributionWithdrawn(COMMONS, new ContributionId(work));
    }

    static CommonsEvent rating(String rater, String work, long score) {
        return rating(rater, work, Map.of(CharterDraft.QUALITY, score), 3, null);
    }

    static CommonsEvent rating(
            String rater, String work, Map<String, Long> scores, int confidence, Long version) {
        return new CommonsEvent.PeerRated(
                COMMONS,
                new ContributionId(work),
                new ContributorId(rater),
                scores,
                confidence,
                version);
    }

    static CommonsEvent retraction(String rater, String work) {
        return new CommonsEvent.RatingRetracted(
                COMMONS, new ContributionId(work), new ContributorId(rater));
    }

    static CommonsEvent declaration(String revenue, long micros, List<Usage> usage) {
        return new CommonsEvent.RevenueDeclared(
                COMMONS, new RevenueId(revenue), PARTNER, new Money(micros, "EUR"), usage);
    }

    static CommonsEvent receipt(String revenue, long micros, String currency) {
        return new CommonsEvent.RevenueReceived(
                COMMONS, new RevenueId(revenue), new Money(micros, currency));
    }

    static CommonsEvent voiding(String revenue) {
        return new CommonsEvent.RevenueVoided(COMMONS, new RevenueId(revenue));
    }

    private void book(Entry entry) {
        for (Posting posting : entry.postings()) {
            accounts.merge(posting.account().name(), posting.micros(), Math::addExact);
        }
    }
}
