package org.commonfold.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.rating.domain.Examples.ADA;
import static org.commonfold.rating.domain.Examples.BOB;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        return CollusionReport.of(List.of(praises), 0).findings();
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
                .isEqualTo("bob and ada rated each other's work: 100.00 % of the points that bob"
                        + " gave went to ada, and 75.00 % of those that ada gave went to bob.");
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
                .isEqualTo("Praise leads from each of these 3 people to every other: 50.00 % of"
                        + " the points that they gave stayed among them.");
    }

    @Test
    void puts_the_strongest_first_and_then_the_lesser_ids() {
        List<Finding> findings = findings(
                praise("eve", 1, "dan"),
                praise("dan", 1, "eve"),
                praise("bob", 9, "ada"),
                praise("ada", 9, "bob"),
                praise("cid", 1, "gus"),
                praise("cid", 1, "ada"),
                praise("gus", 1, "cid"));

        assertThat(findings)
                .extracting(one -> one.members().stream()
                        .map(member -> member.id().value())
                        .toList())
                .containsExactly(
                        List.of("ada", "bob"), List.of("dan", "eve"), List.of("gus", "cid"));
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

    /** A friend's ring in a commons where everybody has rated somebody. */
    @Test
    void shows_a_small_circle_in_a_large_one_above_some_share() {
        List<Praise> praises = new ArrayList<>();
        for (String[] edge : new String[][] {{"ada", "bob"}, {"bob", "cid"}, {"cid", "ada"}}) {
            praises.add(praise(edge[0], 79, edge[1]));
            praises.add(praise(edge[0], 21, "dan"));
        }
        praises.add(praise("dan", 1, "ada"));

        assertThat(CollusionReport.of(praises, 0).findings())
                .filteredOn(one -> !one.isPair())
                .extracting(one -> one.members().size())
                .containsExactly(4);
        assertThat(CollusionReport.of(praises, 7_900).findings())
                .extracting(one -> one.members().size())
                .containsExactly(3);
        assertThat(CollusionReport.of(praises, 7_901).findings()).isEmpty();
    }

    @Test
    void is_the_same_for_the_same_ratings_in_any_order() {
        Random random = new Random(3);
        List<Praise> praises = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String rater = "p" + random.nextInt(20);
            praises.add(praise(rater, 1 + random.nextInt(9), "p" + random.nextInt(20)));
        }
        CollusionReport report = CollusionReport.of(praises, 0);
        Collections.shuffle(praises, random);

        assertThat(report.findings()).isNotEmpty();
        assertThat(CollusionReport.of(praises, 0)).isEqualTo(report);
    }

    @Test
    void takes_points_in_any_number() {
        List<Finding> findings = findings(
                praise("ada", Long.MAX_VALUE / 2, "bob"), praise("bob", Long.MAX_VALUE / 2, "ada"));

        assertThat(findings.get(0).basisPoints()).isEqualTo(10_000);
    }
}
