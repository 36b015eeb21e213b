package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What is read at once")
class ReadingLimitsIT {

    @Inject
    DataSource source;

    private final String one = UUID.randomUUID().toString().substring(0, 8);
    private final String who = "ida-" + one;
    private String commonsId;

    @BeforeEach
    void a_commons() {
        commonsId = Lab.foundedBy("sue");
    }

    /** Of the first number to the last; ids in their order. */
    private void published(String author, String kindOfNumber, int first, int last) {
        String insert = """
                insert into contribution (contribution_id, commons_id, title, kind, licence,
                       content_uri, content_digest, authors, derived_from, version, published_at,
                       event_count)
                select cast(lpad(to_hex(number), 8, '0') || '-0000-7000-8000-'
                            || right('%1$s', 12) as uuid),
                       '%1$s', 'Some', %2$s, 'MIT', 'u', 'd',
                       '[{"contributorId": "%3$s", "share": 1}]', '[]', 1, now(), 1
                  from generate_series(%4$d, %5$d) number""";
        execute(insert.formatted(commonsId, kindOfNumber, author, first, last));
    }

    private void execute(String sql) {
        new Database(source).execute(sql);
    }

    private String workOf(int number) {
        return "%08x-0000-7000-8000-%s".formatted(number, commonsId.substring(24));
    }

    private void derived(int from, int first, int last) {
        String insert = """
                insert into derivation (contribution_id, upstream_id, basis_points)
                select contribution_id, '%s', 1 from contribution
                 where contribution_id between '%s' and '%s' and commons_id = '%s'""";
        execute(insert.formatted(workOf(from), workOf(first), workOf(last), commonsId));
    }

    /** The first one counts, too. */
    @Test
    void of_a_lineage_are_a_thousand_works_the_nearest() {
        published("ada", "'design'", 1, 1_001);
        derived(1, 2, 900);
        derived(900, 901, 1_000);
        String lineage = "/v1/contributions/" + workOf(1) + "/lineage";
        given().get(lineage).then().body("isComplete", equalTo(true)).body("nodes", hasSize(1_000));

        derived(2, 1_001, 1_001);
        List<String> nodes = given().get(lineage)
                .then()
                .body("isComplete", equalTo(false))
                .body("nodes", hasSize(1_000))
                .extract()
                .path("nodes.contributionId");
        for (int direct = 2; direct <= 900; direct++) {
            assertThat(nodes).contains(workOf(direct));
        }
    }

    private ValidatableResponse suggested() {
        return Lab.as(token(who, "contributor"))
                .get("/v1/contributors/me/suggested-needs?limit=50")
                .then()
                .statusCode(200);
    }

    private void needs(int count, String kind, String skills) {
        String insert = """
                insert into need (need_id, commons_id, title, kind, skills, opened_by, opened_at,
                       takers, change_count)
                select cast('00000000-0000-7000-8000-' || lpad(to_hex(number), 6, '0')
                            || left(md5('%2$s%3$s'), 6) as uuid),
                       '%1$s', 'Some', '%2$s', '%3$s', 'opener', now(), '[]', 1
                  from generate_series(1, %4$d) number""";
        execute(insert.formatted(Lab.foundedBy("sue"), kind, skills, count));
    }

    @Test
    void of_needs_are_those_with_most_skills_however_many_are_older() {
        Lab.as(token(who, "contributor"))
                .body("{\"displayName\": \"Ida\", \"skills\": [\"one-%1$s\", \"two-%1$s\"]}"
                        .formatted(one))
                .put("/v1/contributors/me")
                .then()
                .statusCode(200);
        needs(201, "k-" + one, "{one-" + one + "}");
        needs(201, "k-" + one, "{two-" + one + "}");
        String both = NeedsLab.opened(
                "opener",
                commonsId,
                "{\"title\": \"Both\", \"skills\": [\"one-%1$s\", \"two-%1$s\"]}".formatted(one));

        suggested().body("items[0].need.needId", equalTo(both)).body("items[0].score", equalTo(6));
    }

    @Test
    void of_someones_works_are_the_newest_five_hundred() {
        published(who, "case number when 1 then 'rare-" + one + "' else 'usual' end", 1, 500);
        String need = NeedsLab.opened("opener", Lab.foundedBy("sue"), "rare-" + one, "s-" + one);
        suggested().body("items.need.needId", hasItem(need));

        published(who, "'usual'", 501, 501);
        assertThat(suggested().extract().<List<String>>path("items.need.needId"))
                .doesNotContain(need);
    }

    @Test
    void of_an_aspect_are_the_fifty_most_often_met() {
        published(who, "'k" + one + "-' || (100 + number)", 1, 51);
        String elsewhere = Lab.foundedBy("sue");
        String fiftieth = NeedsLab.opened("opener", elsewhere, "k" + one + "-150", "s-" + one);
        String next = NeedsLab.opened("opener", elsewhere, "k" + one + "-151", "s-" + one);

        assertThat(suggested().extract().<List<String>>path("items.need.needId"))
                .contains(fiftieth)
                .doesNotContain(next);
    }
}
