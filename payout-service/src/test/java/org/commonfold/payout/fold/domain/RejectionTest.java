package org.commonfold.payout.fold.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.payout.fold.domain.CharterDraft.QUALITY;
import static org.commonfold.payout.fold.domain.CharterDraft.plain;
import static org.commonfold.payout.fold.domain.History.COMMONS;
import static org.commonfold.payout.fold.domain.History.by;
import static org.commonfold.payout.fold.domain.History.from;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@DisplayName("The fold rejects")
class RejectionTest {

    private static final CommonsId ANOTHER = new CommonsId("workshop");

    private final History history = History.of(plain()).published("wa", by("ada"));

    @Test
    void a_second_founding() {
        history.rejecting(
                Rejection.FOUNDED_BEFORE,
                new CommonsEvent.CommonsFounded(COMMONS, plain().charter()));
    }

    @Test
    void what_happens_in_an_unknown_commons() {
        history.rejecting(
                Rejection.UNKNOWN_COMMONS,
                new CommonsEvent.CharterAmended(ANOTHER, plain().charter()));
    }

    static Stream<CharterDraft> outOfRange() {
        CharterDraft plain = plain();
        return Stream.of(
                plain.criteria(List.of()),
                plain.criteria(Collections.nCopies(9, criterion(1, 0, 1))),
                plain.criteria(List.of(criterion(0, 0, 1))),
                plain.criteria(List.of(criterion(101, 0, 1))),
                plain.criteria(List.of(criterion(1, -101, 1))),
                plain.criteria(List.of(criterion(1, 101, 1))),
                plain.criteria(List.of(criterion(1, 0))),
                plain.criteria(List.of(criterion(1, 0, new int[101]))),
                plain.criteria(List.of(criterion(1, 0, -1))),
                plain.criteria(List.of(criterion(1, 0, 1_000_001))),
                plain.criteria(List.of(criterion(1, 0, 2, 1))),
                plain.quorum(0),
                plain.quorum(101),
                plain.reference(0),
                plain.reference(100_000_001),
                plain.prior(-1),
                plain.prior(100_001),
                plain.levelling(-1),
                plain.levelling(1001),
                plain.pairCap(0, 0),
                plain.pairCap(10_001, 0),
                plain.pairCap(1, -1),
                plain.pairCap(1, 1001),
                plain.treasury(-1),
                plain.treasury(10_001));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void a_charter_outside_its_ranges(CharterDraft draft) {
        Charter charter = draft.charter();
        history.rejecting(
                        Rejection.CHARTER_OUT_OF_RANGE,
                        new CommonsEvent.CommonsFounded(ANOTHER, charter))
                .rejecting(
                        Rejection.CHARTER_OUT_OF_RANGE,
                        new CommonsEvent.CharterAmended(COMMONS, charter));
    }

    static Stream<CharterDraft> atTheLimits() {
        int[] hundred = new int[100];
        return Stream.of(
                plain().criteria(IntStream.range(0, 8)
                        .mapToObj(i -> new Criterion("c" + i, 100, -100, List.of(1_000_000)))
                        .toList()),
                plain().criteria(List.of(criterion(1, 100, hundred))),
                plain().criteria(List.of(criterion(1, 0, 0, 0, 5, 5))),
                plain().quorum(100).reference(100_000_000).prior(100_000),
                plain().levelling(1000).pairCap(10_000, 1000).treasury(10_000),
                plain().quorum(1)
                        .reference(1)
                        .prior(0)
                        .levelling(0)
                        .pairCap(1, 0)
                        .treasury(0));
    }

    @ParameterizedTest
    @MethodSource("atTheLimits")
    void no_charter_at_its_limits(CharterDraft draft) {
        history.amended(draft);
    }

    @Test
    void a_second_publication() {
        history.rejecting(
                Rejection.PUBLISHED_BEFORE, History.publication("wa", List.of(by("bob"))));
    }

    @Test
    void authors_that_are_none() {
        rejectsAuthors(Rejection.NO_AUTHOR, List.of());
        rejectsAuthors(Rejection.AUTHOR_TWICE, List.of(by("bob", 1), by("bob", 2)));
        rejectsAuthors(Rejection.SHARE_OUT_OF_RANGE, List.of(by("bob", 0)));
        rejectsAuthors(Rejection.SHARE_OUT_OF_RANGE, List.of(by("bob", 1_000_001)));
        history.published("wb", by("bob", 1_000_000));
    }

    private void rejectsAuthors(Rejection reason, List<Author> authors) {
        ContributionId wa = new ContributionId("wa");
        history.rejecting(reason, History.publication("wb", authors))
                .rejecting(reason, new CommonsEvent.AuthorsReapportioned(COMMONS, wa, authors));
    }

    @Test
    void derivations_beyond_the_whole_or_given_twice() {
        rejectsDerivations(Rejection.BASIS_POINTS_OUT_OF_RANGE, from("wa", 0));
        rejectsDerivations(Rejection.BASIS_POINTS_OUT_OF_RANGE, from("wa", 10_001));
        rejectsDerivations(
                Rejection.BASIS_POINTS_OUT_OF_RANGE, from("wa", 5000), from("nowhere", 5001));
        rejectsDerivations(Rejection.DERIVATION_TWICE, from("nowhere", 1), from("nowhere", 1));
        history.derived("wb", by("bob"), from("wa", 5000), from("nowhere", 5000));
    }

    private void rejectsDerivations(Rejection reason, Derivation... derivations) {
        history.rejecting(reason, History.publication("wb", List.of(by("bob")), derivations));
    }

    @Test
    void what_is_about_an_unknown_contribution() {
        ContributionId nowhere = new ContributionId("nowhere");
        history.rejecting(Rejection.UNKNOWN_CONTRIBUTION, History.withdrawal("nowhere"))
                .rejecting(Rejection.UNKNOWN_CONTRIBUTION, History.rating("eve", "nowhere", 1))
                .rejecting(Rejection.UNKNOWN_CONTRIBUTION, History.retraction("eve", "nowhere"))
                .rejecting(
                        Rejection.UNKNOWN_CONTRIBUTION,
                        new CommonsEvent.AuthorsReapportioned(
                                COMMONS, nowhere, List.of(by("bob"))));
    }

    @Test
    void scores_that_are_not_exactly_the_charters_or_out_of_range() {
        rejectsScores(Map.of());
        rejectsScores(Map.of("charm", 1L));
        rejectsScores(Map.of(QUALITY, 1L, "charm", 1L));
        rejectsScores(Map.of(QUALITY, -1L));
        rejectsScores(Map.of(QUALITY, 100L));
        rejectsScores(Map.of(QUALITY, Long.MAX_VALUE));
        rejectsScores(Map.of(QUALITY, Long.MIN_VALUE));
        history.rated("eve", "wa", 0).rated("eve", "wa", 99);
    }

    private void rejectsScores(Map<String, Long> scores) {
        history.rejecting(
                Rejection.SCORES_OUT_OF_CHARTER, History.rating("eve", "wa", scores, 3, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6})
    void a_confidence_outside_one_to_five(int confidence) {
        Map<String, Long> scores = Map.of(QUALITY, 1L);
        history.rejecting(
                Rejection.CONFIDENCE_OUT_OF_RANGE,
                History.rating("eve", "wa", scores, confidence, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 0, 3, Long.MAX_VALUE})
    void an_unknown_charter_version(long version) {
        Map<String, Long> scores = Map.of(QUALITY, 1L);
        history.amended(plain())
                .accepting(History.rating("eve", "wa", scores, 3, 2L))
                .rejecting(
                        Rejection.UNKNOWN_CHARTER_VERSION,
                        History.rating("eve", "wa", scores, 3, version));
    }

    @Test
    void a_retraction_of_what_is_not_there() {
        history.rejecting(Rejection.NOT_RATED, History.retraction("eve", "wa"))
                .rated("eve", "wa", 1)
                .retracted("eve", "wa")
                .rejecting(Rejection.NOT_RATED, History.retraction("eve", "wa"));
    }

    @Test
    void a_second_declaration() {
        history.declared(100)
                .rejecting(Rejection.DECLARED_BEFORE, History.declaration("r1", 100, List.of()));
    }

    @Test
    void a_second_declaration_in_another_commons_too() {
        history.declared(100)
                .accepting(new CommonsEvent.CommonsFounded(ANOTHER, plain().charter()))
                .rejecting(Rejection.DECLARED_BEFORE, declarationInAnother("r1"));
    }

    /** As if it had been folded where it stands. */
    @Test
    void a_second_declaration_in_another_commons_while_the_first_is_expected() {
        CommonsEvent first = History.declaration("r1", 100, List.of());
        history.accepting(new CommonsEvent.CommonsFounded(ANOTHER, plain().charter()))
                .expecting(first)
                .expecting(first)
                .rejecting(Rejection.DECLARED_BEFORE, declarationInAnother("r1"))
                .accepting(first)
                .rejecting(Rejection.DECLARED_BEFORE, first)
                .rejecting(Rejection.DECLARED_BEFORE, declarationInAnother("r1"));
    }

    @Test
    void what_is_expected_of_an_id_that_another_commons_has() {
        CommonsEvent second = History.declaration("r1", 100, List.of());
        history.accepting(new CommonsEvent.CommonsFounded(ANOTHER, plain().charter()))
                .accepting(declarationInAnother("r1"))
                .expecting(second)
                .rejecting(Rejection.DECLARED_BEFORE, declarationInAnother("r1"))
                .rejecting(Rejection.DECLARED_BEFORE, second);
    }

    @Test
    void no_declaration_in_another_commons_for_one_that_is_wrong() {
        Usage twice = new Usage(new ContributionId("wa"), 1);
        CommonsEvent wrong = History.declaration("r1", 100, List.of(twice, twice));
        history.accepting(new CommonsEvent.CommonsFounded(ANOTHER, plain().charter()))
                .expecting(wrong)
                .accepting(declarationInAnother("r1"))
                .rejecting(Rejection.USAGE_TWICE, wrong);
    }

    private static CommonsEvent declarationInAnother(String revenue) {
        return new CommonsEvent.RevenueDeclared(
                ANOTHER, new RevenueId(revenue), History.PARTNER, new Money(1, "EUR"), List.of());
    }

    @Test
    void money_for_a_revenue_of_another_commons() {
        RevenueId revenue = new RevenueId("r1");
        history.declared(100)
                .accepting(new CommonsEvent.CommonsFounded(ANOTHER, plain().charter()))
                .rejecting(
                        Rejection.UNKNOWN_REVENUE,
                        new CommonsEvent.RevenueReceived(ANOTHER, revenue, new Money(1, "EUR")))
                .rejecting(
                        Rejection.UNKNOWN_REVENUE,
                        new CommonsEvent.RevenueVoided(ANOTHER, revenue));
    }

    @Test
    void no_declaration_under_the_id_of_a_rejected_one() {
        Usage nothing = new Usage(new ContributionId("wa"), 0);
        history.rejecting(
                        Rejection.USAGE_WEIGHT_OUT_OF_RANGE,
                        History.declaration("r1", 100, List.of(nothing)))
                .declared(100);
    }

    @Test
    void usage_given_twice_or_without_weight() {
        rejectsUsage(Rejection.USAGE_TWICE, used("nowhere", 1), used("nowhere", 2));
        rejectsUsage(Rejection.USAGE_WEIGHT_OUT_OF_RANGE, used("wa", 0));
        rejectsUsage(Rejection.USAGE_WEIGHT_OUT_OF_RANGE, used("nowhere", 1_000_001));
    }

    private void rejectsUsage(Rejection reason, Usage... usage) {
        history.rejecting(reason, History.declaration("r1", 100, List.of(usage)));
    }

    @Test
    void no_contribution_for_being_known_in_another_commons() {
        history.accepting(new CommonsEvent.CommonsFounded(ANOTHER, plain().charter()))
                .accepting(new CommonsEvent.ContributionPublished(
                        ANOTHER, new ContributionId("wa"), List.of(by("bob")), List.of()));
    }

    @Test
    void no_second_withdrawal_and_no_reapportionment_of_withdrawn_work() {
        history.withdrawn("wa").withdrawn("wa").reapportioned("wa", by("bob"));
        rejectsAuthors(Rejection.NO_AUTHOR, List.of());
    }

    @Test
    void by_names_that_stay_the_same() {
        assertThat(Rejection.KEY_IS_NOT_THE_COMMONS.reason()).isEqualTo("key-is-not-the-commons");
    }

    private static Criterion criterion(int weight, int min, int... points) {
        return new Criterion(QUALITY, weight, min, IntStream.of(points).boxed().toList());
    }

    private static Usage used(String work, int weight) {
        return new Usage(new ContributionId(work), weight);
    }
}
