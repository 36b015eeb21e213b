package org.commonfold.system.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import org.commonfold.kit.testing.TestTokens;
import org.commonfold.system.observability.TraceCollector.Taken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@DisplayName("The trace of a request")
class TracesLongIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";
    private static final String COMMONS = """
            {"name": "Lab", "charter": {"raters": "anyone", "criteria":
             [{"name": "quality", "weight": 1, "min": 1, "points": [0, 1, 2, 3, 5]}]}}""";

    private static TraceCollector collector;
    private static RunningSystem system;

    @BeforeAll
    static void start() throws IOException {
        collector = new TraceCollector();
        system = RunningSystem.start(Map.of(
                "TRACING_SHARE", "1",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
    }

    @AfterAll
    static void stop() {
        system.close();
        collector.close();
    }

    @Test
    void leads_through_outbox_and_kafka_to_what_each_service_makes_of_the_event() throws Exception {
        String traceId = UUID.randomUUID().toString().replace("-", "");

        found(traceId);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.spans(traceId))
                        .extracting(Taken::kind, Taken::service)
                        .containsExactlyInAnyOrder(
                                tuple("SERVER", "contribution-service"),
                                tuple("PRODUCER", "contribution-service"),
                                tuple("CONSUMER", "contribution-service"),
                                tuple("CONSUMER", "rating-service"),
                                tuple("CONSUMER", "revenue-service"),
                                tuple("CONSUMER", "payout-service")));
        Taken request = of(traceId, "SERVER").get(0);
        Taken sending = of(traceId, "PRODUCER").get(0);
        assertThat(request.parent()).isEqualTo(CALLERS_SPAN);
        assertThat(sending.parent()).isEqualTo(request.id());
        assertThat(of(traceId, "CONSUMER")).allSatisfy(processing -> {
            assertThat(processing.parent()).isEqualTo(sending.id());
            assertThat(processing.span().getName()).isEqualTo("process commons.log");
        });
    }

    private static void found(String traceId) throws IOException, InterruptedException {
        HttpRequest founding = HttpRequest.newBuilder(
                        system.service("contribution-service")
                                .request(
                                        "POST",
                                        "/v1/commons",
                                        TestTokens.token("sue", "steward"),
                                        COMMONS),
                        (name, value) -> true)
                .header("traceparent", "00-" + traceId + "-" + CALLERS_SPAN + "-01")
                .build();
        assertThat(CLIENT.send(founding, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }

    private static List<Taken> of(String traceId, String kind) {
        return collector.spans(traceId).stream()
                .filter(one -> one.kind().equals(kind))
                .toList();
    }
}
