package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Contributors")
class ContributorsIT {

    private static final String PROFILE = """
            {"displayName": "Zoe Quux", "about": "Night owl.\\nQuuxian.",
             "skills": ["Optics", "quuxing"], "links": ["https://quux.example.org/~zoe"]}""";

    private static final String COLUMNS = """
            select 'select ' || case data_type
                    when 'bytea' then 'encode(' || quote_ident(column_name) || ', ''escape'')'
                    else 'cast(' || quote_ident(column_name) || ' as text)' end
                || ' from ' || quote_ident(table_name)
            from information_schema.columns where table_schema = 'public'""";

    @Inject
    DataSource source;

    private final String who = "zoe-" + UUID.randomUUID();

    private static Response write(String who, String body) {
        return Lab.as(token(who, "contributor")).body(body).put("/v1/contributors/me");
    }

    private Response erase() {
        return Lab.as(token(who, "contributor")).delete("/v1/contributors/me");
    }

    /** So that the words to be erased are nobody else's. */
    @AfterEach
    void they_go() {
        erase().then().statusCode(204);
    }

    @Test
    void write_a_profile_that_anyone_reads() {
        write(who, PROFILE).then().statusCode(200).header("ETag", "\"1\"");
        given().get("/v1/contributors/" + who)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("contributorId", equalTo(who))
                .body("displayName", equalTo("Zoe Quux"))
                .body("about", equalTo("Night owl.\nQuuxian."))
                .body("skills", equalTo(List.of("optics", "quuxing")))
                .body("links", equalTo(List.of("https://quux.example.org/~zoe")));
        Lab.as(token(who, "contributor"))
                .get("/v1/contributors/me")
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Zoe Quux"));
    }

    @Test
    void change_their_profile_unless_it_is_another_version_than_they_read() {
        write(who, PROFILE);
        write(who, PROFILE).then().statusCode(200).header("ETag", "\"1\"");
        write(who, "{\"displayName\": \"Z\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("about", nullValue())
                .body("skills", empty());
        Lab.as(token(who, "contributor"))
                .header("If-Match", "\"1\"")
                .body(PROFILE)
                .put("/v1/contributors/me")
                .then()
                .statusCode(412);
        Lab.as(token(who, "contributor"))
                .header("If-Match", "\"2\"")
                .body(PROFILE)
                .put("/v1/contributors/me")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
    }

    @Test
    void go_to_the_limit_and_not_one_past_it() {
        write(who, profile(100, 2_000, 20, 10, 300)).then().statusCode(200);
        write(who, profile(101, 1, 1, 1, 30)).then().statusCode(400);
        write(who, profile(1, 2_001, 1, 1, 30)).then().statusCode(400);
        write(who, profile(1, 1, 21, 1, 30)).then().statusCode(400);
        write(who, profile(1, 1, 1, 11, 30)).then().statusCode(400);
        write(who, profile(1, 1, 1, 1, 301)).then().statusCode(400);
    }

    private static String profile(int name, int about, int skills, int links, int linkLength) {
        String link = IntStream.range(0, links)
                .mapToObj(i -> "\"https://example.org/" + i)
                .map(start -> start + "x".repeat(linkLength + 1 - start.length()) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"displayName\": \"%s\", \"about\": \"%s\", \"skills\": %s, \"links\": %s}"
                .formatted(
                        "n".repeat(name), "a".repeat(about), NeedsLimits.skills(skills, 40), link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"displayName\": \" \"}",
                "{\"displayName\": \"a\\nb\"}",
                "{\"displayName\": \"Zoe\", \"about\": \"\\u0000\"}",
                "{\"displayName\": \"Zoe\", \"skills\": [\"a b\"]}",
                "{\"displayName\": \"Zoe\", \"skills\": [null]}",
                "{\"displayName\": \"Zoe\", \"links\": [\"http://example.org\"]}",
                "{\"displayName\": \"Zoe\", \"links\": [\"https://example.org/a b\"]}",
                "{\"displayName\": \"Zoe\", \"links\": [\"https://localhost\"]}",
                "{\"displayName\": \"Zoe\", \"links\": [\"javascript:alert(1)\"]}",
                "{\"displayName\": \"Zoe\", \"version\": 1}"
            })
    void are_told_what_is_wrong_with_a_profile(String body) {
        write(who, body).then().statusCode(400).contentType("application/problem+json");
        given().get("/v1/contributors/" + who).then().statusCode(404);
    }

    @Test
    void have_a_page_of_their_work_in_every_commons() {
        String one = published(Lab.foundedBy("sue"));
        String withdrawn = published(Lab.foundedBy("sue"));
        String two = published(Lab.foundedBy("sue"));
        Lab.withdraw(token(who, "contributor"), withdrawn).then().statusCode(200);

        String page = "/v1/contributors/" + who + "/contributions?limit=1";
        String next = given().get(page)
                .then()
                .statusCode(200)
                .body("items.contributionId", contains(one))
                .extract()
                .path("next");
        given().get(page + "&cursor=" + next)
                .then()
                .body("items.contributionId", contains(two))
                .body("next", nullValue());
        given().get("/v1/contributors/nobody-" + UUID.randomUUID() + "/contributions")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        given().get("/v1/contributors/no%20body/contributions").then().statusCode(400);
    }

    private String published(String commonsId) {
        return Lab.publish(who, commonsId, Lab.work().replace("\"ada\"", "\"" + who + "\""))
                .then()
                .statusCode(201)
                .extract()
                .path("contributionId");
    }

    @Test
    void have_themselves_forgotten_everywhere() {
        String commonsId = Lab.foundedBy("sue");
        String workId = published(commonsId);
        write(who, PROFILE);
        String needId = Lab.as(token(who, "contributor"))
                .header("Idempotency-Key", "quux")
                .body("{\"title\": \"T\", \"description\": \"Call Quux\", \"skills\": [\"x\"]}")
                .post("/v1/commons/" + commonsId + "/needs")
                .then()
                .statusCode(201)
                .extract()
                .path("needId");
        assertThat(texts()).containsIgnoringCase("quux");

        erase().then().statusCode(204);

        assertThat(texts()).doesNotContainIgnoringCase("quux");
        given().get("/v1/contributors/" + who).then().statusCode(404);
        given().get("/v1/needs/" + needId)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("openedBy", nullValue())
                .body("description", nullValue());
        given().get("/v1/contributions/" + workId)
                .then()
                .body("authors.contributorId", contains(who));
    }

    /** Every column of every table, whatever its type; bytes as the text they are. */
    private String texts() {
        Database database = new Database(source);
        return database.texts(COLUMNS).stream()
                .flatMap(column -> database.texts(column).stream())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void are_forgotten_twice_without_complaint_and_it_is_recorded_once() {
        write(who, PROFILE);
        erase().then().statusCode(204);
        erase().then().statusCode(204);
        assertThat(erasures()).isOne();

        write(who, PROFILE).then().statusCode(200).header("ETag", "\"1\"");
        erase().then().statusCode(204);
        assertThat(erasures()).isEqualTo(2);
    }

    @Test
    void are_recorded_as_forgotten_even_if_nothing_was_known() {
        erase().then().statusCode(204);
        erase().then().statusCode(204);
        assertThat(erasures()).isOne();
    }

    private long erasures() {
        return new Database(source)
                .number("select count(*) from erasure where contributor_id = '" + who + "'");
    }

    @Test
    void leave_the_others_alone_when_they_go() {
        String other = "other-" + UUID.randomUUID();
        write(other, PROFILE.replace("Quux", "Corge").replace("quux", "corge"));
        write(who, "{\"displayName\": \"Z\"}");
        erase().then().statusCode(204);
        given().get("/v1/contributors/" + other)
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Zoe Corge"));
        Lab.as(token(other, "contributor")).delete("/v1/contributors/me");
    }

    @Test
    void need_a_token_for_what_is_theirs() {
        given().contentType("application/json")
                .body(PROFILE)
                .put("/v1/contributors/me")
                .then()
                .statusCode(401);
        given().delete("/v1/contributors/me").then().statusCode(401);
        given().get("/v1/contributors/me").then().statusCode(401);
        Lab.as(token(who, "partner")).delete("/v1/contributors/me").then().statusCode(403);
    }
}
