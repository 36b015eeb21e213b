package org.commonfold.contribution;

import static org.commonfold.kit.testing.TestTokens.token;

import io.restassured.response.Response;

/** A laboratory's needs, over REST. */
final class NeedsLab {

    static final String NEED = """
            {"title": "Calibrate the mount", "description": "Gently.\\nTwice.", "kind": "science",
             "skills": ["optics", "data-analysis"]}""";

    private NeedsLab() {}

    static Response open(String who, String commonsId, String body) {
        return Lab.as(token(who, "contributor"))
                .body(body)
                .post("/v1/commons/" + commonsId + "/needs");
    }

    static String opened(String who, String commonsId, String body) {
        return open(who, commonsId, body).then().statusCode(201).extract().path("needId");
    }

    /** With one skill. */
    static String opened(String who, String commonsId, String kind, String skill) {
        String need = "{\"title\": \"Some %s\", \"kind\": \"%s\", \"skills\": [\"%s\"]}";
        return opened(who, commonsId, need.formatted(skill, kind, skill));
    }

    static String openedByAda(String commonsId) {
        return opened("ada", commonsId, NEED);
    }

    static Response takeUp(String who, String needId) {
        return Lab.as(token(who, "contributor")).post("/v1/needs/" + needId + "/take-up");
    }

    static Response stepBack(String who, String needId) {
        return Lab.as(token(who, "contributor")).delete("/v1/needs/" + needId + "/take-up");
    }

    static Response close(String token, String needId, String contributionId) {
        return Lab.as(token)
                .header("If-Match", "*")
                .body("{\"contributionId\": \"" + contributionId + "\"}")
                .post("/v1/needs/" + needId + "/closure");
    }

    static Response closeAs(String who, String needId, String contributionId) {
        return close(token(who, "contributor"), needId, contributionId);
    }
}
