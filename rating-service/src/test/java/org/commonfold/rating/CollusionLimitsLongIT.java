package org.commonfold.rating;

import static io.restassured.RestAssured.given;

import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
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

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The collusion report of a large commons")
class CollusionLimitsLongIT {

    @Inject
    DataSource source;

    private String commonsId;

    @BeforeEach
    void a_commons() {
        commonsId = TheLog.foundCommons(TheLog.charter("anyone", 5));
        TheLog.awaitRead(commonsId);
    }

    private void rated(int count, String rater, String author, String points) {
        String insert = """
                insert into current_rating (contribution_id, rater_id, commons_id, scores,
                       charter_version, points, level, authors)
                select gen_random_uuid(), %s, '%s', '{}', 1, %s, 0, json_build_array(%s)
                  from generate_series(1, %d) number""";
        new Database(source).execute(insert.formatted(rater, commonsId, points, author, count));
    }

    private ValidatableResponse report() {
        return given().auth()
                .oauth2(token("sue", "steward"))
                .get("/v1/commons/" + commonsId + "/collusion-report")
                .then()
                .statusCode(200);
    }

    /** Ada's and bob's points for one another are the largest sums, their others the smallest. */
    @Test
    void looks_at_the_200_000_largest_sums_and_takes_shares_of_all() {
        rated(1, "'ada'", "'bob'", "1000");
        rated(1, "'bob'", "'ada'", "1000");
        rated(199_998, "'r' || number", "'a' || number", "20");
        report().body("complete", equalTo(true)).body("items.basisPoints", contains(10_000));

        rated(1_000, "'ada'", "'z' || number", "1");
        report().body("complete", equalTo(false))
                .body("count", equalTo(1))
                .body("items[0].members.contributorId", contains("bob", "ada"))
                .body("items[0].members.givenPoints", contains(1_000, 2_000))
                .body("items[0].members.givenBasisPoints", contains(10_000, 5_000));
    }

    @Test
    void names_a_hundred_members_of_a_circle() {
        rated(100, "'r' || number", "'r' || number % 100 + 1", "50");
        report().body("items[0].memberCount", equalTo(100)).body("items[0].members", hasSize(100));
        rated(1, "'r100'", "'s'", "5000");
        rated(1, "'s'", "'r1'", "50");
        new Database(source)
                .execute("delete from current_rating where commons_id = '" + commonsId
                        + "' and rater_id = 'r100' and points = 50");

        report().body("items[0].memberCount", equalTo(101)).body("items[0].members", hasSize(100));
    }
}
