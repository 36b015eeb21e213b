package org.commonfold.revenue.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.delivery.http.Receiver.answering;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import org.commonfold.revenue.delivery.domain.Attempt;
import org.commonfold.revenue.delivery.domain.Claim;
import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.Outgoing;
import org.commonfold.revenue.delivery.domain.Sent;
import org.commonfold.revenue.delivery.domain.SigningKey;
import org.commonfold.revenue.delivery.domain.UrlRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@DisplayName("A receiver that")
class WebhookClientTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SigningKey KEY = SigningKey.newV1(new SecureRandom());

    private final CountDownLatch never = new CountDownLatch(1);

    @AfterAll
    static void no_more() {
        VERTX.closeAndAwait();
    }

    @Test
    void accepts_gets_a_signed_message() throws IOException {
        try (Receiver receiver = Receiver.that(answering("204 No Content", ""))) {
            Sent sent = send(receiver.url("localhost"));

            assertThat(sent.isSuccess()).isTrue();
            assertThat(sent.attempt().number()).isEqualTo(4);
            Receiver.Received got = receiver.received().get(0);
            assertThat(got.start()).isEqualTo("POST /in?a=b HTTP/1.1");
            assertThat(got.body()).isEqualTo("{\"a\":\"é\"}");
            assertThat(got.headers())
                    .containsEntry("webhook-id", "msg_1")
                    .containsEntry("content-type", "application/json")
                    .containsEntry("host", "localhost:" + receiver.port())
                    .containsEntry("webhook-signature", signature(got));
        }
    }

    private static String signature(Receiver.Received got) {
        long time = Long.parseLong(got.headers().get("webhook-timestamp"));
        return KEY.sign("msg_1", time, got.body().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refuses_the_connection_has_not_answered() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(send("http://localhost:" + port).attempt().failure())
                .startsWith("The connection was refused");
    }

    @Test
    void hangs_has_not_answered_in_time() throws IOException {
        try (Receiver receiver = Receiver.that(out -> never.await())) {
            Attempt attempt = send(receiver.url("localhost")).attempt();

            assertThat(attempt.failure()).isEqualTo("No answer in time");
            assertThat(attempt.latencyMillis()).isBetween(1_900, 10_000);
        }
    }

    @Test
    void drips_its_headers_byte_by_byte_has_not_answered_in_time() throws IOException {
        try (Receiver receiver =
                Receiver.that(out -> drip(out, "HTTP/1.1 200 OK\r\nx: yyyyyyyy"))) {
            assertThat(send(receiver.url("localhost")).attempt().failure())
                    .isEqualTo("No answer in time");
        }
    }

    @Test
    void drips_its_body_byte_by_byte_has_answered() throws IOException {
        try (Receiver receiver = Receiver.that(out -> {
            out.write("HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n".getBytes());
            drip(out, "a".repeat(900));
        })) {
            Sent sent = send(receiver.url("localhost"));

            assertThat(sent.isSuccess()).isTrue();
            assertThat(sent.attempt().answer()).matches("a{1,20}");
            assertThat(sent.attempt().latencyMillis()).isBetween(1_900, 10_000);
        }
    }

    private void drip(OutputStream out, String text) throws IOException, InterruptedException {
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(one);
            out.flush();
            never.await(250, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void redirects_is_not_followed() throws IOException {
        String head = "302 Found\r\nlocation: http://169.254.169.254/latest/meta-data/";
        try (Receiver receiver = Receiver.that(answering(head, ""))) {
            Sent sent = send(receiver.url("localhost"));

            assertThat(sent.isSuccess()).isFalse();
            assertThat(sent.attempt().status()).isEqualTo(302);
            assertThat(receiver.received()).hasSize(1);
        }
    }

    /** A connection that is kept open would still lead where the name has led before. */
    @Test
    void moves_to_another_address_is_found_there() throws IOException {
        try (Receiver first = Receiver.at("127.0.0.1", 0, this::acceptAndStay);
                Receiver second = Receiver.at("127.0.0.2", first.port(), this::acceptAndStay)) {
            Queue<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
            WebhookClient client =
                    client(host -> address(host, answers.remove()), allowing(first.port()));

            assertThat(send(client, first.url("moving.example")).isSuccess()).isTrue();
            assertThat(send(client, first.url("moving.example")).isSuccess()).isTrue();

            assertThat(first.received()).hasSize(1);
            assertThat(second.received()).hasSize(1);
            assertThat(second.received().get(0).headers().get("host"))
                    .startsWith("moving.example:");
        }
    }

    private void acceptAndStay(OutputStream out) throws IOException, InterruptedException {
        out.write("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".getBytes());
        out.flush();
        never.await();
    }

    /** Looked up once for each attempt, and every time looked at. The first leads to nobody. */
    @Test
    void resolves_first_to_a_public_and_then_to_a_private_address_gets_nothing()
            throws IOException {
        try (Receiver receiver = Receiver.that(answering("200 OK", ""))) {
            Queue<String> answers = new ArrayDeque<>(List.of("2d00::1", "127.0.0.1"));
            WebhookClient strict = client(
                    host -> address(host, answers.remove()),
                    new UrlRules(true, false, Set.of(receiver.port())));

            assertThat(send(strict, receiver.url("rebinding.example")).attempt().failure())
                    .isNotEqualTo("The host has an address that is not public");
            assertThat(answers).containsExactly("127.0.0.1");
            assertThat(send(strict, receiver.url("rebinding.example")).attempt().failure())
                    .isEqualTo("The host has an address that is not public");
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void is_where_nothing_may_be_sent_any_more_gets_nothing() throws IOException {
        try (Receiver receiver = Receiver.that(answering("200 OK", ""))) {
            int another = receiver.port() + 1;
            for (UrlRules rules : List.of(
                    allowing(another), new UrlRules(false, true, Set.of(receiver.port())))) {
                WebhookClient client = client(host -> address(host, "127.0.0.1"), rules);
                assertThat(send(client, receiver.url("localhost")).attempt().failure())
                        .isEqualTo("The URL is not one that messages are sent to");
            }
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void has_no_key_gets_nothing_unsigned() throws IOException {
        try (Receiver receiver = Receiver.that(answering("200 OK", ""))) {
            WebhookClient client =
                    client(host -> address(host, "127.0.0.1"), allowing(receiver.port()));

            assertThat(send(client, receiver.url("localhost"), List.of())
                            .attempt()
                            .failure())
                    .isEqualTo("There is no secret to sign it with");
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void has_a_private_address_is_never_connected_to() throws IOException {
        try (Receiver receiver = Receiver.that(answering("200 OK", ""))) {
            WebhookClient strict = client(
                    host -> address(host, "127.0.0.1"),
                    new UrlRules(true, false, Set.of(receiver.port())));

            assertThat(send(strict, receiver.url("private.example")).attempt().failure())
                    .isEqualTo("The host has an address that is not public");
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void sends_a_hundred_megabytes_is_read_a_kibibyte_of() throws IOException {
        try (Receiver receiver = Receiver.that(out -> {
            out.write("HTTP/1.1 500 No\r\ncontent-length: 100000000\r\n\r\n".getBytes());
            for (int i = 0; i < 100; i++) {
                out.write(new byte[1_000_000]);
            }
        })) {
            Attempt attempt = send(receiver.url("localhost")).attempt();

            assertThat(attempt.status()).isEqualTo(500);
            assertThat(attempt.answer()).hasSize(OpenAttempt.ANSWER_BYTES_MAX).doesNotContain("\0");
            assertThat(attempt.latencyMillis()).isLessThan(1_900);
        }
    }

    @Test
    void closes_in_the_middle_of_its_answer_has_answered() throws IOException {
        try (Receiver receiver = Receiver.that(
                out -> out.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc".getBytes()))) {
            Sent sent = send(receiver.url("localhost"));

            assertThat(sent.isSuccess()).isTrue();
            assertThat(sent.attempt().answer()).isEqualTo("abc");
        }
    }

    @Test
    void closes_before_its_answer_has_not_answered() throws IOException {
        try (Receiver receiver = Receiver.that(out -> out.write("HTTP/1.1 2".getBytes()))) {
            assertThat(send(receiver.url("localhost")).attempt().failure())
                    .isEqualTo("The connection broke before there was an answer");
        }
    }

    @Test
    void is_unknown_has_not_answered() {
        WebhookClient lost = client(
                host -> Uni.createFrom().failure(new UnknownHostException(host)), allowing(80));

        assertThat(send(lost, "http://nowhere.example").attempt().failure())
                .isEqualTo("The host is unknown");
    }

    @Test
    void asks_for_time_is_heard() throws IOException {
        String head = "503 Service Unavailable\r\nretry-after: 120";
        try (Receiver receiver = Receiver.that(answering(head, "busy"))) {
            Sent sent = send(receiver.url("localhost"));

            assertThat(sent.retryAfter()).isEqualTo(Duration.ofSeconds(120));
            assertThat(sent.attempt().answer()).isEqualTo("busy");
        }
    }

    private static Sent send(String url) {
        int port = URI.create(url).getPort();
        return send(client(host -> address(host, "127.0.0.1"), allowing(port)), url);
    }

    private static Sent send(WebhookClient client, String url) {
        return send(client, url, List.of(KEY));
    }

    private static Sent send(WebhookClient client, String url, List<SigningKey> keys) {
        Outgoing message = new Outgoing(
                new DeliveryId(UUID.randomUUID()),
                new Outgoing.Target(new EndpointId(UUID.randomUUID()), url, keys),
                "msg_1",
                "{\"a\":\"é\"}",
                new Claim(3, 3, Instant.EPOCH, Instant.MAX));
        return client.send(message).await().atMost(PATIENCE);
    }

    /** As a resolver gives it: with the name. */
    private static Uni<InetAddress> address(String host, String literal) {
        return Uni.createFrom().item(() -> {
            try {
                return InetAddress.getByAddress(
                        host, InetAddress.getByName(literal).getAddress());
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private static UrlRules allowing(int port) {
        return new UrlRules(true, true, Set.of(port));
    }

    private static WebhookClient client(Resolver resolver, UrlRules rules) {
        return new WebhookClient(
                VERTX, resolver, rules, TestSettings.with(TIMEOUT), Clock.systemUTC());
    }
}
