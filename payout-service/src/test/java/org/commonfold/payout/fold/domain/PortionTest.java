package org.commonfold.payout.fold.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What was told before a turn began is kept until it is over: so it has to be over soon. */
@DisplayName("A turn of portions")
class PortionTest {

    private static final CommonsId LAB = new CommonsId("lab");
    private static final int WORKS = 4_000;
    /** Five ratings' worth each, as nobody has rated them. */
    private static final int WORKS_IN_RATINGS = 5 * WORKS;

    private static final RevenueId REVENUE = new RevenueId("revenue");

    private final Commonses commonses = new Commonses();
    private int works;

    @BeforeEach
    void a_commons_all_of_which_is_told() {
        Criterion quality = new Criterion("quality", 1, 1, List.of(0, 1, 2));
        Charter charter = new Charter(List.of(quality), 1, 1, 500, 5, 1_000, 10, 500);
        fold(new CommonsEvent.CommonsFounded(LAB, charter));
        publish(WORKS);
        assertThat(next().completes()).isTrue();
    }

    @Test
    void is_over_although_more_is_published_than_is_told_at_least() {
        int portions = 1;
        publish(500);
        while (!next().completes()) {
            assertThat(++portions).isLessThanOrEqualTo(WORKS_IN_RATINGS / 1_000 + 2);
            publish(500);
        }
    }

    @Test
    void is_over_sooner_where_each_portion_tells_a_large_revenue_again() {
        List<Usage> usage = commonses.find(LAB).orElseThrow().works().stream()
                .map(work -> new Usage(work, 1))
                .toList();
        fold(new CommonsEvent.RevenueDeclared(
                LAB, REVENUE, new PartnerId("acme"), new Money(1_000_000_000, "EUR"), usage));
        int portions = 1;
        while (!next().completes()) {
            assertThat(++portions).isLessThanOrEqualTo(WORKS_IN_RATINGS / WORKS + 2);
            fold(new CommonsEvent.RevenueReceived(LAB, REVENUE, new Money(1, "EUR")));
        }
    }

    private Portion next() {
        return commonses.find(LAB).orElseThrow().nextPortion();
    }

    private void publish(int count) {
        for (int last = works + count; works < last; works++) {
            List<Author> authors = List.of(new Author(new ContributorId("person-" + works), 1));
            fold(new CommonsEvent.ContributionPublished(
                    LAB, new ContributionId("work-" + works), authors, List.of()));
        }
    }

    private void fold(CommonsEvent event) {
        assertThat(commonses.fold(event)).isInstanceOf(Verdict.Accepted.class);
    }
}
