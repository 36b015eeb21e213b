package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A search among many works")
class SearchInStretchesIT {

    @Inject
    DataSource source;

    private String commonsId;

    @BeforeEach
    void a_commons() {
        commonsId = Lab.foundedBy("sue");
    }

    /** With ids in the order of their numbers, from 1; with one title for each number. */
    private void published(int count, String titleOfNumber) {
        String insert = """
                insert into contribution (contribution_id, commons_id, title, kind, licence,
                       content_uri, content_digest, authors, derived_from, version, published_at,
                       event_count)
                select cast(lpad(to_hex(number), 8, '0') || '-0000-7000-8000-'
                            || right(cast('%s' as text), 12) as uuid),
                       '%1$s', %s, 'design', 'MIT', 'u', 'd',
                       '[{"contributorId": "ada", "share": 1}]', '[]', 1, now(), 1
                  from generate_series(1, %d) number""";
        new Database(source).execute(insert.formatted(commonsId, titleOfNumber, count));
    }

    private Response page(String words, int limit, String cursor) {
        var request = given().queryParam("q", words).queryParam("limit", limit);
        Response page = (cursor == null ? request : request.queryParam("cursor", cursor))
                .get("/v1/commons/" + commonsId + "/contributions");
        page.then().statusCode(200);
        return page;
    }

    private List<String> titles(String words, int limit) {
        List<String> titles = new ArrayList<>();
        String cursor = null;
        do {
            Response page = page(words, limit, cursor);
            titles.addAll(page.path("items.title"));
            cursor = page.path("next");
        } while (cursor != null);
        return titles;
    }

    private static List<String> downwards(int from, int to) {
        return IntStream.iterate(from, i -> i >= to, i -> i - 1)
                .mapToObj(i -> "lens " + i)
                .toList();
    }

    @Test
    void of_which_200_match_has_no_more() {
        published(200, "'lens ' || number");
        Response page = page("lens", 200, null);

        assertThat(page.<List<String>>path("items.title")).isEqualTo(downwards(200, 1));
        assertThat(page.<String>path("next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 150, 200})
    void of_which_201_match_comes_to_the_last_of_them(int limit) {
        published(201, "'lens ' || number");

        assertThat(titles("lens", limit)).isEqualTo(downwards(201, 1));
    }

    @Test
    void puts_the_best_of_the_newest_200_first_and_then_the_best_of_the_older() {
        published(
                402,
                "'lens ' || case when number in (1, 210, 300) then 'lens ' else '' end"
                        + " || number");
        List<String> titles = titles("lens", 50);

        assertThat(titles).hasSize(402).doesNotHaveDuplicates();
        assertThat(titles.indexOf("lens lens 300")).isZero();
        assertThat(titles.indexOf("lens lens 210")).isOne();
        assertThat(titles.indexOf("lens lens 1")).isGreaterThanOrEqualTo(400);
    }

    @Test
    void skips_and_repeats_nothing_whatever_is_published_meanwhile() {
        published(250, "'lens ' || number");
        Response first = page("lens", 100, null);
        Lab.publishedByAda(commonsId, "Lens lens", "design", "MIT");
        Response second = page("lens", 100, first.path("next"));
        Lab.publishedByAda(commonsId, "Lens lens lens", "design", "MIT");
        Response third = page("lens", 100, second.path("next"));

        List<String> titles = new ArrayList<>(first.<List<String>>path("items.title"));
        titles.addAll(second.path("items.title"));
        titles.addAll(third.path("items.title"));
        assertThat(titles).isEqualTo(downwards(250, 1));
        assertThat(third.<String>path("next")).isNull();
    }

    /** Each word is common, and the only work with both, or without the other, is the oldest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "even odd",
                "odd even -nothing",
                "\"even odd\"",
                "even -number",
                "-number",
                "missing or even odd",
                "\"odd nothing\" or \"even odd\"",
                "a1 or a2 or a3 or a4 or a5 or a6 or a7 or a8 or even odd"
            })
    void comes_to_the_one_that_matches_three_hundred_works_at_a_time(String words) {
        published(
                903,
                "case when number = 1 then 'even odd'"
                        + " when number % 2 = 0 then 'even number' else 'odd number' end");

        assertThat(titles(words, 50)).containsExactly("even odd");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301})
    void looks_at_three_hundred_works_for_a_page(int count) {
        published(count, "case when number = 1 then 'lens glass' else 'lens' end");
        Response excluded = page("lens -lens", 50, null);
        assertThat(excluded.<List<String>>path("items")).isEmpty();
        assertThat(excluded.<String>path("next") != null).isEqualTo(count > 300);
    }

    @Test
    void for_no_word_finds_nothing() {
        published(1, "'lens'");
        Response page = page("?!", 50, null);

        assertThat(page.<List<String>>path("items")).isEmpty();
        assertThat(page.<String>path("next")).isNull();
    }

    /** Their ids have four words each, and the last of them are thousands of words behind. */
    @Test
    void finds_a_work_of_five_hundred_authors_by_each_of_them() {
        String authors = IntStream.range(0, 500)
                .mapToObj("p%1$08x-q%1$08x-r%1$08x"::formatted)
                .map("{\"contributorId\": \"%s\", \"share\": 1}"::formatted)
                .toList()
                .toString()
                .replace("p00000007-q00000007-r00000007", "ada");
        Lab.publish("ada", commonsId, Lab.work(authors, "[]")).then().statusCode(201);

        assertThat(titles("ada", 50)).containsExactly("Rotor");
        assertThat(titles("p000001f3-q000001f3-r000001f3", 50)).containsExactly("Rotor");
    }
}
