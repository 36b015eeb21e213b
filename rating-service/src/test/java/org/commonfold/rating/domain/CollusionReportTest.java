package org.commonfold.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.rating.domain.Examples.ADA;
import static org.commonfold.rating.domain.Examples.BOB;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@DisplayName("The collusion report")
class CollusionReportTest {

    private static final ContributorId CID = new ContributorId("cid");

    private static Praise praise(String rater, long points, String... authors) {
        return new Praise(
                new ContributorId(rater),
                Stream.of(authors).map(ContributorId::new).collect(Collectors.toSet()),
                points);
    }

    private static List<Finding> findings(Praise... praises) {
        return report(List.of(praises), 0).findings();
    }

    /** Where 10 points are an ordinary rating. */
    private static CollusionReport report(List<Praise> praises, int basisPointsMin) {
        return CollusionReport.of(praises, totals(praises), 10, basisPointsMin);
    }

    private static Map<ContributorId, Totals> totals(List<Praise> praises) {
        Map<ContributorId, Totals> totals = new HashMap<>();
        praises.stream().filter(one -> !one.authors().contains(one.raterId())).forEach(one -> {
            add(totals, one.raterId(), new Totals(one.points(), 0));
            one.authors().forEach(author -> add(totals, author, new Totals(0, one.points())));
        });
        return totals;
    }

    private static void add(Map<ContributorId, Totals> totals, ContributorId who, Totals more) {
        totals.merge(
                who,
                more,
                (one, other) ->
                        new Totals(one.given() + other.given(), one.received() + other.received()));
    }

    private static List<String> membersOf(Finding finding) {
        return finding.members().stream()
                .map(member -> member.id().value())
                .sorted()
                .toList();
    }

    @Test
    void finds_a_pair_with_what_each_gave_and_received() {
        List<Finding> findings = findings(
                praise("ada", 30, "bob"),
                praise("ada", 10, "cid"),
                praise("bob", 20, "ada"),
                praise("dan", 60, "ada"),
                praise("dan", 30, "bob"));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).members())
                .containsExactly(
                        new Finding.Member(BOB, 20, 20, 60, 30),
                        new Finding.Member(ADA, 40, 30, 80, 20));
        assertThat(findings.get(0).basisPoints()).isEqualTo(8_333);
        assertThat(findings.get(0).members())
                .extracting(Finding.Member::givenBasisPoints)
                .containsExactly(10_000, 7_500);
        assertThat(findings.get(0).members())
                .extracting(Finding.Member::receivedBasisPoints)
                .containsExactly(5_000, 2_500);
        assertThat(findings.get(0).explanation())
                .isEqualTo("bob and ada rated each other's work: 100.00 % of the 20 points that"
                        + " bob gave went to ada, and 75.00 % of the 40 that ada gave went to"
                        + " bob.");
    }

    @Test
    void finds_nothing_where_praise_does_not_come_back() {
        assertThat(findings(
                        praise("ada", 30, "bob"),
                        praise("bob", 20, "cid"),
                        praise("ada", 1, "cid")))
                .isEmpty();
    }

    @Test
    void finds_a_circle_without_a_pair() {
        List<Finding> findings = findings(
                praise("ada", 30, "bob"),
                praise("bob", 20, "cid"),
                praise("cid", 50, "ada"),
                praise("cid", 100, "dan"));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).isPair()).isFalse();
        assertThat(findings.get(0).members())
                .containsExactly(
                        new Finding.Member(ADA, 30, 30, 50, 50),
                        new Finding.Member(BOB, 20, 20, 30, 30),
                        new Finding.Member(CID, 150, 50, 20, 20));
        assertThat(findings.get(0).explanation())
                .isEqualTo("Praise leads from each of these 3 people to every other: 100 points,"
                        + " 50.00 % of those that they gave, stayed among them.");
    }

    @Test
    void puts_the_strongest_first_then_the_most_points_and_then_the_lesser_ids() {
        List<Finding> findings = findings(
                praise("eve", 1, "dan"),
                praise("dan", 1, "eve"),
                praise("bob", 9, "ada"),
                praise("ada", 9, "bob"),
                praise("cid", 1, "gus"),
                praise("gus", 1, "cid"),
                praise("ian", 1, "kim"),
                praise("kim", 9, "ian"));

        assertThat(findings)
                .extracting(CollusionReportTest::membersOf)
                .containsExactly(
                        List.of("ada", "bob"),
                        List.of("ian", "kim"),
                        List.of("cid", "gus"),
                        List.of("dan", "eve"));
    }

    /** Points for a work of several are given once, and each of its authors has all of them. */
    @Test
    void counts_a_rating_of_joint_work_once_for_who_gave_it() {
        List<Finding> findings = findings(
                praise("ada", 10, "bob", "cid"),
                praise("bob", 10, "cid"),
                praise("cid", 10, "ada"),
                praise("ada", 10, "dan"));

        assertThat(findings)
                .filteredOn(one -> !one.isPair())
                .singleElement()
                .extracting(Finding::members)
                .isEqualTo(List.of(
                        new Finding.Member(BOB, 10, 10, 10, 10),
                        new Finding.Member(CID, 10, 10, 20, 20),
                        new Finding.Member(ADA, 20, 10, 10, 10)));
    }

    @Test
    void does_not_take_ones_own_work_for_praise() {
        assertThat(findings(praise("ada", 10, "ada"), praise("ada", 10, "ada", "bob")))
                .isEmpty();
        List<Finding> findings = findings(
                praise("ada", 99, "ada", "cid"),
                praise("ada", 10, "bob"),
                praise("bob", 10, "ada"));
        assertThat(findings.get(0).basisPoints()).isEqualTo(10_000);
    }

    /** A friends' ring in a commons where everybody has rated everybody. */
    @Test
    void finds_a_small_circle_in_a_large_one_where_it_is_strongest() {
        List<Praise> praises = new ArrayList<>();
        for (int rater = 0; rater < 30; rater++) {
            for (int author = 0; author < 30; author++) {
                if (rater != author) {
                    praises.add(praise("p" + rater, 10, "p" + author));
                }
            }
        }
        for (String[] edge : new String[][] {{"p3", "p7"}, {"p7", "p9"}, {"p9", "p3"}}) {
            praises.add(praise(edge[0], 990, edge[1]));
        }

        List<Finding> circles = report(praises, 0).findings().stream()
                .filter(one -> !one.isPair())
                .toList();
        assertThat(circles).hasSize(2);
        assertThat(membersOf(circles.get(0))).containsExactly("p3", "p7", "p9");
        // 1000 of 1280 points, and of a hundred more that soften it: 72 %.
        assertThat(circles.get(0).strength()).isEqualTo(7_000);
        assertThat(circles.get(1).members()).hasSize(27);
        assertThat(circles.get(1).strength()).isZero();
    }

    @Test
    void does_not_put_two_newcomers_with_a_rating_each_before_a_ring() {
        List<Finding> findings = findings(
                praise("new", 10, "newer"),
                praise("newer", 10, "new"),
                praise("ada", 400, "bob"),
                praise("ada", 100, "eve"),
                praise("bob", 400, "cid"),
                praise("bob", 100, "eve"),
                praise("cid", 400, "ada"),
                praise("cid", 100, "eve"));

        assertThat(findings).extracting(Finding::isPair).containsExactly(false, true);
        assertThat(findings).extracting(Finding::strength).containsExactly(6_500, 909);
    }

    @Test
    void looks_only_at_praise_of_some_share_when_asked_to() {
        List<Praise> praises = List.of(
                praise("ada", 79, "bob"), praise("ada", 21, "cid"), praise("bob", 1, "ada"));

        assertThat(report(praises, 7_900).findings()).hasSize(1);
        assertThat(report(praises, 7_901).findings()).isEmpty();
    }

    @Test
    void knows_what_was_given_in_all_even_if_it_does_not_look_at_all_of_it() {
        List<Praise> largest = List.of(praise("ada", 30, "bob"), praise("bob", 30, "ada"));
        Map<ContributorId, Totals> totals =
                Map.of(ADA, new Totals(300, 30), BOB, new Totals(60, 120));

        assertThat(CollusionReport.of(largest, totals, 10, 0).findings().get(0).members())
                .containsExactly(
                        new Finding.Member(BOB, 60, 30, 120, 30),
                        new Finding.Member(ADA, 300, 30, 30, 30));
        assertThat(CollusionReport.of(largest, totals, 10, 1_001).findings()).isEmpty();
    }

    @Test
    void is_the_same_for_the_same_ratings_in_any_order() {
        Random random = new Random(3);
        List<Praise> praises = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String rater = "p" + random.nextInt(20);
            praises.add(praise(rater, 1 + random.nextInt(9), "p" + random.nextInt(20)));
        }
        CollusionReport report = report(praises, 0);
        Collections.shuffle(praises, random);

        assertThat(report.findings()).isNotEmpty();
        assertThat(report(praises, 0)).isEqualTo(report);
    }

    @Test
    void takes_points_in_any_number() {
        List<Finding> findings = findings(
                praise("ada", Long.MAX_VALUE / 2, "bob"), praise("bob", Long.MAX_VALUE / 2, "ada"));

        assertThat(findings.get(0).basisPoints()).isEqualTo(10_000);
    }
}
