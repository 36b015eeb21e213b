package org.commonfold.system.observability;

import static org.commonfold.system.observability.Planted.ABOUT;
import static org.commonfold.system.observability.Planted.BAD_IBAN;
import static org.commonfold.system.observability.Planted.COMMENT;
import static org.commonfold.system.observability.Planted.EMAIL;
import static org.commonfold.system.observability.Planted.IBAN;
import static org.commonfold.system.observability.Planted.NAME;
import static org.commonfold.system.observability.Planted.OTHER_IBAN;
import static org.commonfold.system.observability.Planted.OTHER_NAME;
import static org.commonfold.system.observability.Planted.WISH;

import java.util.Map;

/** Ada and Carl publish, bob rates; they say who they are and where they bank, and go again. */
final class PeopleAtWork {

    private static final String ME = "/v1/contributors/me";
    private static final String MY_ACCOUNT = ME + "/payout-account";
    private static final String PROFILE = """
            {"displayName": "%s", "about": "%s", "links": ["%s"]}""";
    private static final String NEED = """
            {"title": "Mount for Miss Kingsnoel", "description": "%s", "skills": ["%s"]}""";
    private static final String ACCOUNT = """
            {"iban": "%s", "holder": "%s"}""";

    private final TracedCalls contribution;
    private final TracedCalls rating;
    private final TracedCalls payout;
    private final Planted planted;
    private final String ada;
    private final String carl;
    private final String bob;

    PeopleAtWork(
            TracedCalls contribution, TracedCalls rating, TracedCalls payout, Planted planted) {
        this.contribution = contribution;
        this.rating = rating;
        this.payout = payout;
        this.planted = planted;
        this.ada = planted.token("ada", "contributor");
        this.carl = planted.token("carl", "contributor");
        this.bob = planted.token("bob", "contributor");
    }

    /** The id of the commons in which they did. */
    String publishAndRate() {
        String steward = planted.token("sue", "steward");
        String commonsId = contribution
                .records("POST /v1/commons", steward, """
                {"name": "Kingsnoel Lab", "charter": {"raters": "anyone", "quorum": 1, "criteria":
                 [{"name": "quality", "weight": 1, "min": 1, "points": [0, 1, 2, 3, 5]}]}}""")
                .get("commonsId")
                .asText();
        String commons = "/v1/commons/" + commonsId;
        String workId = contribution
                .records("POST " + commons + "/contributions", ada, """
                {"title": "Lathe of Mister Babbitsch", "kind": "design",
                 "licence": "CERN-OHL-S-2.0",
                 "contentUri": "https://example.org/lathe", "contentDigest": "sha256:%s",
                 "authors": [{"contributorId": "ada", "share": 1},
                             {"contributorId": "carl", "share": 1}]}""".formatted("a".repeat(64)))
                .get("contributionId")
                .asText();
        String open = "POST " + commons + "/needs";
        contribution.records(open, ada, NEED.formatted(WISH, "optics"));
        contribution.refuses(400, open, ada, NEED.formatted(WISH, EMAIL));
        rate(workId);
        return commonsId;
    }

    private void rate(String workId) {
        String work = "/v1/contributions/" + workId;
        rating.comesTo("GET " + work + "/rating-summary", null, answer -> !answer.isNull());
        String mine = "PUT " + work + "/ratings/mine";
        String scores = """
                {"scores": {"%s": %d}, "comment": "%s"}""";
        rating.records(mine, bob, scores.formatted("quality", 5, COMMENT));
        rating.refuses(422, mine, bob, scores.formatted("quality", 77, COMMENT));
        rating.refuses(422, mine, bob, scores.formatted(NAME, 5, COMMENT));
        rating.turnsAway(400, mine, bob, "{\"scores\": {}, \"comment\": {\"by\": \"" + NAME);
    }

    void sayWhoTheyAre() {
        contribution.does("PUT " + ME, ada, PROFILE.formatted(NAME, ABOUT, "https://example.org/"));
        String refused = "PUT " + ME;
        contribution.refuses(400, refused, ada, PROFILE.formatted(NAME, ABOUT, "not " + NAME));
        contribution.refuses(400, refused, ada, "{\"" + NAME + "\": \"" + ABOUT + "\"}");
        contribution.refuses(
                400,
                refused,
                ada,
                PROFILE.formatted(NAME, ABOUT, "https://example.org/"),
                Map.of("If-Match", EMAIL));
        contribution.refuses(400, "GET /v1/contributors/" + NAME.replace(" ", "%20"), null, null);
        contribution.refuses(400, "GET /v1/commons?cursor=" + EMAIL, null, null);
        contribution.refuses(404, "GET /v1/people/" + EMAIL, null, null);
    }

    void sayWhereTheyBank() {
        payout.does("PUT " + MY_ACCOUNT, ada, ACCOUNT.formatted(IBAN, NAME));
        payout.does("PUT " + MY_ACCOUNT, carl, ACCOUNT.formatted(OTHER_IBAN, OTHER_NAME));
        payout.does("GET " + MY_ACCOUNT, ada, null);
        payout.refuses(422, "PUT " + MY_ACCOUNT, ada, ACCOUNT.formatted(BAD_IBAN, NAME));
        payout.refuses(400, "PUT " + MY_ACCOUNT, ada, "{\"iban\": " + IBAN);
        payout.turnsAway(400, "PUT " + MY_ACCOUNT, ada, "{\"iban\": [\"" + IBAN + "\"]}");
    }

    /** With tokens that do not hold. */
    void areNotWhoTheySay() {
        for (String token : planted.refusedTokens()) {
            contribution.turnsAway(401, "GET " + ME, token, null);
            rating.turnsAway(401, "DELETE " + ME + "/comments", token, null);
            payout.turnsAway(401, "PUT " + MY_ACCOUNT, token, ACCOUNT.formatted(IBAN, NAME));
        }
    }

    void haveThemselvesForgotten() {
        rating.does("DELETE " + ME + "/comments", bob, null);
        contribution.does("DELETE " + ME, ada, null);
        contribution.refuses(404, "GET /v1/contributors/ada", null, null);
        payout.does("DELETE " + MY_ACCOUNT, ada, null);
        payout.refuses(404, "GET " + MY_ACCOUNT, ada, null);
    }
}
