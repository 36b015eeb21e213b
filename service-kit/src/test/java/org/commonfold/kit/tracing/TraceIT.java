package org.commonfold.kit.tracing;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.commonfold.kit.Configured;
import org.commonfold.kit.testing.BreakableDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@TestProfile(Configured.class)
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("A trace")
class TraceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";

    @Inject
    EndedSpans spans;

    private final String traceId = newTraceId();

    private static String newTraceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static void announce(String traceId, String flags) {
        given().auth()
                .oauth2(token("mia", "maker"))
                .header("traceparent", "00-" + traceId + "-" + CALLERS_SPAN + "-" + flags)
                .post("/v1/announcements")
                .then()
                .statusCode(201);
    }

    /** What the service writes to the log it reads itself. */
    @Test
    void goes_unbroken_from_the_request_through_outbox_and_kafka_into_the_fold() {
        announce(traceId, "01");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(spans.of(traceId)).hasSize(3));

        List<SpanData> all = spans.of(traceId);
        SpanData request = one(all, SpanKind.SERVER);
        SpanData sending = one(all, SpanKind.PRODUCER);
        SpanData processing = one(all, SpanKind.CONSUMER);
        assertThat(request.getParentSpanId()).isEqualTo(CALLERS_SPAN);
        assertThat(sending.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(processing.getParentSpanId()).isEqualTo(sending.getSpanId());
        assertThat(sending.getName()).isEqualTo("send kit.log");
        assertThat(processing.getName()).isEqualTo("process kit.log");
    }

    @Test
    void that_its_caller_does_not_want_has_no_spans() {
        announce(traceId, "00");
        String later = newTraceId();
        announce(later, "01");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(spans.of(later)).hasSize(3));

        assertThat(spans.of(traceId)).isEmpty();
    }

    private static SpanData one(List<SpanData> spans, SpanKind kind) {
        return spans.stream()
                .filter(span -> span.getKind() == kind)
                .reduce((one, other) -> {
                    throw new AssertionError("More than one " + kind);
                })
                .orElseThrow();
    }
}
