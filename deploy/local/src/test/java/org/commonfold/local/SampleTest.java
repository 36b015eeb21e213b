package org.commonfold.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

@DisplayName("The sample commons")
class SampleTest {

    private final Sample sample = read();

    @Test
    void has_489_contributions_1508_ratings_and_36_revenues() {
        assertThat(sample.contributions()).hasSize(489);
        assertThat(sample.ratings()).hasSize(1508);
        assertThat(sample.revenues()).hasSize(36);
        assertThat(sample.partners()).hasSize(4);
    }

    @Test
    void names_nothing_twice() {
        assertThat(names()).doesNotHaveDuplicates();
        assertThat(sample.contributions().stream().map(Sample.Work::title)).doesNotHaveDuplicates();
        assertThat(sample.ratings().stream().map(one -> one.rater() + " " + one.contribution()))
                .doesNotHaveDuplicates();
        assertThat(sample.revenues().stream().map(Sample.Revenue::reference))
                .doesNotHaveDuplicates();
    }

    @Test
    void refers_only_to_what_it_has() {
        assertThat(names())
                .containsAll(sample.ratings().stream()
                        .map(Sample.Rated::contribution)
                        .toList());
        assertThat(names())
                .containsAll(sample.revenues().stream()
                        .flatMap(one -> one.usage().stream())
                        .map(Sample.Usage::contribution)
                        .toList());
        assertThat(sample.partners().stream().map(Sample.Partner::name))
                .containsAll(
                        sample.revenues().stream().map(Sample.Revenue::partner).toList());
    }

    @Test
    void is_rated_by_nobody_on_their_own_work() {
        Map<String, List<String>> authors = sample.contributions().stream()
                .collect(Collectors.toMap(Sample.Work::name, Sample.Work::authors));
        assertThat(sample.ratings()).allSatisfy(one -> {
            assertThat(authors.get(one.contribution())).doesNotContain(one.rater());
            assertThat(one.score()).isBetween(1, 10);
            assertThat(one.confidence()).isBetween(1, 5);
        });
    }

    @Test
    void has_authors_for_each_work_none_of_them_twice() {
        assertThat(sample.contributions())
                .allSatisfy(
                        work -> assertThat(work.authors()).isNotEmpty().doesNotHaveDuplicates());
        assertThat(sample.contributions().stream().flatMap(work -> work.authors().stream()))
                .satisfies(all -> assertThat(Map.copyOf(all.stream()
                                .collect(Collectors.toMap(
                                        Function.identity(), one -> 1, Integer::sum))))
                        .hasSize(1415));
    }

    @Test
    void declares_the_sums_that_the_report_must_show() {
        assertThat(declared("EUR")).isEqualByComparingTo("882235.31");
        assertThat(declared("CAD")).isEqualByComparingTo("395733.29");
    }

    @Test
    void uses_both_ways_to_declare_and_every_way_to_be_paid() {
        assertThat(sample.revenues().stream().map(Sample.Revenue::via))
                .containsOnly("rest", "webhook");
        assertThat(sample.revenues().stream().map(Sample.Revenue::received))
                .containsOnly("full", "half", "none");
    }

    @Test
    void digests_the_id_of_each_paper() throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        assertThat(sample.contributions()).allSatisfy(work -> {
            byte[] digest = sha256.digest(work.name().getBytes(StandardCharsets.UTF_8));
            assertThat(work.contentDigest())
                    .isEqualTo("sha256:" + HexFormat.of().formatHex(digest));
        });
    }

    private BigDecimal declared(String currency) {
        return sample.revenues().stream()
                .filter(one -> one.currency().equals(currency))
                .map(one -> new BigDecimal(one.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> names() {
        return sample.contributions().stream().map(Sample.Work::name).toList();
    }

    private static Sample read() {
        try {
            return Sample.read();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
