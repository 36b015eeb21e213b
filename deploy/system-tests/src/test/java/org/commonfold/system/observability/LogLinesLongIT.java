package org.commonfold.system.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.commonfold.kit.testing.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@DisplayName("What the services log while people use them")
class LogLinesLongIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private static final String NAME = "Ada Augusta Kingsnoel";
    private static final String ABOUT = "Engines by night";
    private static final String COMMENT = "Frankly a muddle";
    private static final String IBAN = "DE89370400440532013000";
    private static final String BAD_IBAN = "DE00370400440532013000";
    private static final String SECRET = "whsec_ZXhhbXBsZSBvZiAzMiBieXRlcywgbm8gc2VjcmV0LiE=";
    private static final String URL_SECRET = "hunter2hunter2";
    private static final String COMPANY = "Acme Widgets of Sheffield";

    private static final List<String> TOKENS = new ArrayList<>();
    private static RunningSystem system;

    @BeforeAll
    static void start() throws IOException {
        system = RunningSystem.start(Map.of(
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                "QUARKUS_LOG_CATEGORY__ORG_COMMONFOLD__LEVEL", "DEBUG"));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    /** One request with a trace of its own. */
    private record Sent(String service, String traceId, int status, JsonNode answer) {}

    private final List<Sent> sent = new ArrayList<>();

    private static String token(String subject, String role) {
        String token = TestTokens.token(subject, role);
        TOKENS.add(token);
        return token;
    }

    private Sent send(String service, String request, String token, String body)
            throws IOException, InterruptedException {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        String[] methodAndPath = request.split(" ");
        HttpRequest http = HttpRequest.newBuilder(
                        system.service(service)
                                .request(methodAndPath[0], methodAndPath[1], token, body),
                        (name, value) -> true)
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .build();
        var answer = CLIENT.send(http, BodyHandlers.ofString());
        JsonNode json =
                answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        Sent done = new Sent(service, traceId, answer.statusCode(), json);
        sent.add(done);
        return done;
    }

    private void assertStatus(int status, Sent request) {
        assertThat(request.status()).as("%s", request).isEqualTo(status);
    }

    @Test
    void is_json_has_the_ids_of_each_request_and_nothing_that_is_personal_or_secret()
            throws Exception {
        rateAWork();
        keepProfilesAndAccounts();
        takePartners();

        for (Sent request : sent) {
            await("a line of " + request).atMost(PATIENCE).untilAsserted(() -> {
                List<JsonNode> lines = lines(request.service());
                assertThat(lines).anyMatch(line -> isOf(request, line));
            });
        }
        assertThat(lines("contribution-service"))
                .anyMatch(line -> line.path("message").asText().contains("CommonsFounded")
                        && line.path("mdc").path("eventId").asText().length() == 36);
        for (String service : system.names()) {
            assertThat(system.service(service).log())
                    .doesNotContain(NAME, ABOUT, COMMENT, IBAN, BAD_IBAN, "370400440532013000")
                    .doesNotContain(SECRET, URL_SECRET, COMPANY)
                    .doesNotContain(TOKENS);
        }
    }

    private static boolean isOf(Sent request, JsonNode line) {
        return line.path("mdc").path("traceId").asText().equals(request.traceId());
    }

    /** Every line, or it is none of JSON. */
    private static List<JsonNode> lines(String service) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : system.service(service).log().split("\n")) {
            try {
                lines.add(JSON.readTree(line));
            } catch (JsonProcessingException notJson) {
                throw new AssertionError(service + " logged: " + line, notJson);
            }
        }
        return lines;
    }

    private void rateAWork() throws Exception {
        String steward = token("sue", "steward");
        Sent founded = send("contribution-service", "POST /v1/commons", steward, """
                {"name": "Lab", "charter": {"raters": "anyone", "criteria":
                 [{"name": "quality", "weight": 1, "min": 1, "points": [0, 1, 2, 3, 5]}]}}""");
        assertStatus(201, founded);
        String commons = "/v1/commons/" + founded.answer().get("commonsId").asText();
        String ada = token("ada", "contributor");
        Sent published = send(
                "contribution-service", "POST " + commons + "/contributions", ada, """
                {"title": "A lathe", "kind": "design", "licence": "CERN-OHL-S-2.0",
                 "contentUri": "https://example.org/lathe",
                 "contentDigest": "sha256:%s",
                 "authors": [{"contributorId": "ada", "share": 1}]}""".formatted(
                                "a".repeat(64)));
        assertStatus(201, published);
        String work = published.answer().get("contributionId").asText();
        String path = "PUT /v1/contributions/" + work + "/ratings/mine";
        String bob = token("bob", "contributor");
        String rating = """
                {"scores": {"quality": %d}, "comment": "%s"}""";
        awaitKnown(work);
        assertStatus(201, send("rating-service", path, bob, rating.formatted(5, COMMENT)));
        assertThat(send("rating-service", path, bob, rating.formatted(77, COMMENT))
                        .status())
                .isBetween(400, 499);
    }

    private static void awaitKnown(String work) {
        HttpRequest summary = system.service("rating-service")
                .request("GET", "/v1/contributions/" + work + "/rating-summary", null, null);
        await().atMost(PATIENCE)
                .until(() -> CLIENT.send(summary, BodyHandlers.discarding()).statusCode() == 200);
    }

    private void keepProfilesAndAccounts() throws Exception {
        String ada = token("ada", "contributor");
        String profile = """
                {"displayName": "%s", "about": "%s", "links": ["%s"]}""";
        assertThat(CLIENT.send(
                                system.service("contribution-service")
                                        .request(
                                                "PUT",
                                                "/v1/contributors/me",
                                                ada,
                                                profile.formatted(
                                                        NAME, ABOUT, "https://example.org/")),
                                BodyHandlers.discarding())
                        .statusCode())
                .isLessThan(300);
        Sent refused = send(
                "contribution-service",
                "PUT /v1/contributors/me",
                ada,
                profile.formatted(NAME, ABOUT, "no link of " + NAME));
        assertStatus(400, refused);
        String account = """
                {"iban": "%s", "holder": "%s"}""";
        String me = "/v1/contributors/me/payout-account";
        assertThat(CLIENT.send(
                                system.service("payout-service")
                                        .request("PUT", me, ada, account.formatted(IBAN, NAME)),
                                BodyHandlers.discarding())
                        .statusCode())
                .isLessThan(300);
        assertThat(send("payout-service", "PUT " + me, ada, account.formatted(BAD_IBAN, NAME))
                        .status())
                .isBetween(400, 499);
        assertStatus(400, send("payout-service", "PUT " + me, ada, "{\"iban\": " + IBAN));
    }

    private void takePartners() throws Exception {
        String operator = token("olga", "operator");
        Sent refused = send(
                "revenue-service",
                "POST /v1/partners",
                operator,
                "{\"nome\": \"" + COMPANY + "\"}");
        assertStatus(400, refused);
        HttpRequest register = system.service("revenue-service")
                .request("POST", "/v1/partners", operator, "{\"name\": \"" + COMPANY + "\"}");
        String partner = "/v1/partners/"
                + JSON.readTree(CLIENT.send(register, BodyHandlers.ofString()).body())
                        .get("partnerId")
                        .asText();
        HttpRequest secret = system.service("revenue-service")
                .request(
                        "POST",
                        partner + "/signing-secrets",
                        operator,
                        "{\"secret\": \"" + SECRET + "\"}");
        assertThat(CLIENT.send(secret, BodyHandlers.discarding()).statusCode()).isEqualTo(201);
        Sent endpoint =
                send("revenue-service", "POST " + partner + "/endpoints", operator, """
                {"url": "http://localhost:1/?key=%s", "eventTypes": ["revenue.*"]}""".formatted(
                                URL_SECRET));
        assertThat(endpoint.status()).isBetween(400, 499);
    }
}
