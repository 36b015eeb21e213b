package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The stream of a commons' events")
class CommonsEventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/v1/commons")
    URI commons;

    @Test
    void tells_of_everything_from_the_founding_on_and_then_of_what_comes() throws Exception {
        String commonsId = Lab.foundedBy("sue");
        String work = Lab.publishedByAda(commonsId);
        try (Stream stream = follow(commonsId, "-1")) {
            stream.awaitNames("CommonsFounded.v1", "ContributionPublished.v1");
            Lab.amend("sue", commonsId, "\"1\"", 3).then().statusCode(200);
            Lab.revise("ada", work, "\"1\"", "1").then().statusCode(201);
            stream.awaitNames(
                    "CommonsFounded.v1",
                    "ContributionPublished.v1",
                    "CharterAmended.v1",
                    "ContributionRevised.v1");
            assertThat(stream.valuesOf("data:").get(1)).contains(work);
        }
    }

    @Test
    void goes_on_after_the_last_event_that_was_seen() throws Exception {
        String commonsId = Lab.foundedBy("sue");
        Lab.publishedByAda(commonsId);
        Lab.amend("sue", commonsId, "\"1\"", 3).then().statusCode(200);
        String second;
        try (Stream stream = follow(commonsId, "-1")) {
            stream.awaitNames("CommonsFounded.v1", "ContributionPublished.v1", "CharterAmended.v1");
            second = stream.valuesOf("id:").get(1);
        }
        try (Stream again = follow(commonsId, second)) {
            again.awaitNames("CharterAmended.v1");
        }
    }

    @Test
    void without_a_last_event_id_begins_now() throws Exception {
        String commonsId = Lab.foundedBy("sue");
        try (Stream all = follow(commonsId, "-1")) {
            all.awaitNames("CommonsFounded.v1");
        }
        try (Stream stream = follow(commonsId, null)) {
            stream.awaitHeartbeat();
            Lab.publishedByAda(commonsId);
            stream.awaitNames("ContributionPublished.v1");
        }
    }

    @Test
    void of_an_unknown_commons_is_404_and_of_a_bad_id_400() {
        given().get("/v1/commons/0198c0de-0000-7000-8000-00000000dead/events")
                .then()
                .statusCode(404);
        given().header("Last-Event-ID", "x")
                .get("/v1/commons/" + Lab.foundedBy("sue") + "/events")
                .then()
                .statusCode(400);
    }

    private Stream follow(String commonsId, String lastEventId) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(commons + "/" + commonsId + "/events"));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type").orElseThrow())
                .startsWith("text/event-stream");
        return new Stream(response.body());
    }

    /** The lines of a stream, read as they come. */
    private static final class Stream implements AutoCloseable {

        private final InputStream body;
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        Stream(InputStream body) {
            this.body = body;
            Thread reader = new Thread(this::read);
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (var in = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException closed) {
                lines.add("closed: " + closed.getMessage());
            }
        }

        List<String> valuesOf(String field) {
            return lines.stream()
                    .filter(line -> line.startsWith(field))
                    .map(line -> line.substring(field.length()).strip())
                    .toList();
        }

        void awaitNames(String... names) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(valuesOf("event:")).containsExactly(names));
        }

        void awaitHeartbeat() {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(valuesOf(":")).isNotEmpty());
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
