package org.commonfold.revenue.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.revenue.Partners;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(LocalReceivers.class)
@DisplayName("A message to a partner")
class SendingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What comes before the 32 bytes of an Ed25519 key (RFC 8410). */
    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    @Inject
    DataSource source;

    private String partnerId;

    private static HttpServer receivers;

    @BeforeAll
    static void with_receivers() {
        receivers = LocalReceivers.start();
    }

    @AfterAll
    static void without_receivers() {
        receivers.stop(0);
    }

    @BeforeEach
    void a_partner() {
        partnerId = Partners.newPartner();
    }

    @Test
    void arrives_signed_in_both_ways() throws Exception {
        JsonPath endpoint = created("/ok", ", \"signsV1a\": true");
        String deliveryId = test(endpoint);

        LocalReceivers.Arrived arrived = awaitArrived(endpoint, 1).get(0);

        assertThat(isSignedWith(endpoint.getString("secret"), arrived)).isTrue();
        assertThat(isSignedBy(endpoint.getString("publicKeys[0]"), arrived)).isTrue();
        JsonPath delivery = awaitOutcome(deliveryId, "succeeded");
        assertThat(delivery.getString("messageId")).isEqualTo(arrived.header("webhook-id"));
        assertThat(delivery.getInt("attempts[0].status")).isEqualTo(200);
        assertThat(delivery.getString("attempts[0].answer")).isEqualTo("thanks");
    }

    @Test
    void that_failed_arrives_later_under_the_same_id() {
        JsonPath endpoint = created("/fail-once", "");
        String deliveryId = test(endpoint);

        List<LocalReceivers.Arrived> arrived = awaitArrived(endpoint, 2);

        JsonPath delivery = awaitOutcome(deliveryId, "succeeded");
        assertThat(delivery.getList("attempts.status")).containsExactly(500, 200);
        assertThat(arrived)
                .extracting(one -> one.header("webhook-id"))
                .containsOnly(delivery.getString("messageId"));
        assertThat(Duration.between(
                        Instant.parse(delivery.getString("attempts[0].attemptedAt")),
                        Instant.parse(delivery.getString("attempts[1].attemptedAt"))))
                .isBetween(Duration.ofSeconds(5), Duration.ofMinutes(1));
        assertThat(failingSince(endpoint)).isEmpty();
    }

    @Test
    void to_an_endpoint_that_is_gone_is_the_last_and_others_are_told() {
        JsonPath gone = created("/gone", "");
        JsonPath other = created("/ok", "");

        test(gone);

        await().atMost(PATIENCE).until(() -> !read(gone).getBoolean("enabled"));
        assertThat(read(gone).getString("disabledReason")).isEqualTo("gone");
        assertThat(awaitArrived(other, 1).get(0).body())
                .contains("\"endpoint.disabled\"", gone.getString("endpointId"));
    }

    @Test
    void to_an_endpoint_that_fails_for_five_days_is_the_last() {
        JsonPath endpoint = created("/fail", "");
        execute(
                "update endpoint set failing_since = date_trunc('milliseconds', now())"
                        + " - interval '120 hours'",
                endpoint);

        test(endpoint);

        await().atMost(PATIENCE).until(() -> !read(endpoint).getBoolean("enabled"));
        assertThat(read(endpoint).getString("disabledReason")).isEqualTo("failing");
    }

    @Test
    void to_an_endpoint_that_fails_for_almost_five_days_is_not_the_last() {
        JsonPath endpoint = created("/fail", "");
        execute("update endpoint set failing_since = now() - interval '4 days 23 hours'", endpoint);
        String deliveryId = test(endpoint);

        await().atMost(PATIENCE)
                .until(() -> Partners.delivery(partnerId, deliveryId)
                                .getList("attempts")
                                .size()
                        == 1);
        assertThat(read(endpoint).getBoolean("enabled")).isTrue();
    }

    @Test
    void waits_for_no_name_server_that_never_answers_another() {
        String url = "http://nobody.example:" + LocalReceivers.PORT;
        JsonPath lost = Partners.endpoint(
                partnerId, "{\"url\": \"%s\", \"eventTypes\": [\"*\"]}".formatted(url));
        JsonPath healthy = created("/ok", "");
        String waiting = test(lost);
        for (int i = 0; i < 10; i++) {
            test(healthy);
        }

        awaitArrived(healthy, 10);

        assertThat(Partners.delivery(partnerId, waiting).getList("attempts")).isEmpty();
        await().atMost(PATIENCE)
                .until(() -> Partners.delivery(partnerId, waiting)
                                .getList("attempts")
                                .size()
                        == 1);
        assertThat(Partners.delivery(partnerId, waiting).getString("attempts[0].failure"))
                .isEqualTo("No answer in time");
    }

    @Test
    void is_not_sent_again_before_the_receiver_wants_it_and_no_other_is_either() {
        JsonPath endpoint = created("/busy", "");
        String first = test(endpoint);
        awaitArrived(endpoint, 1);
        JsonPath delivery = await().atMost(PATIENCE)
                .until(
                        () -> Partners.delivery(partnerId, first),
                        one -> one.getInt("attemptCount") == 1);
        assertThat(Instant.parse(delivery.getString("nextAttemptAt")))
                .isAfter(Instant.now().plusSeconds(3_500));
        assertThat(Instant.parse(read(endpoint).getString("notBefore")))
                .isAfter(Instant.now().plusSeconds(3_500));

        test(endpoint);
        JsonPath healthy = created("/ok", "");
        test(healthy);
        awaitArrived(healthy, 1);
        assertThat(LocalReceivers.arrived(path(endpoint))).hasSize(1);
    }

    @Test
    void that_a_former_address_wants_no_more_goes_to_the_new_one() {
        JsonPath endpoint = created("/gone-slowly", "");
        String deliveryId = test(endpoint);
        awaitArrived(endpoint, 1);

        String url = "http://localhost:" + LocalReceivers.PORT + "/ok/moved-" + partnerId;
        Partners.move(partnerId, endpoint.getString("endpointId"), url);
        LocalReceivers.answerNow(path(endpoint));

        assertThat(awaitOutcome(deliveryId, "succeeded").getList("attempts.status"))
                .containsExactly(410, 200);
        assertThat(read(endpoint).getBoolean("enabled")).isTrue();
    }

    @Test
    void is_signed_with_the_old_secret_too_for_a_day_after_a_rotation() {
        JsonPath endpoint = created("/ok", "");
        String before = endpoint.getString("secret");
        String after = Partners.rotateSecret(partnerId, endpoint.getString("endpointId"));

        test(endpoint);
        LocalReceivers.Arrived first = awaitArrived(endpoint, 1).get(0);
        assertThat(isSignedWith(before, first)).isTrue();
        assertThat(isSignedWith(after, first)).isTrue();

        execute(
                "update endpoint_key set expires_at = date_trunc('milliseconds', now())"
                        + " where expires_at is not null and endpoint_id in"
                        + " (select endpoint_id from endpoint",
                endpoint,
                ")");
        test(endpoint);
        LocalReceivers.Arrived second = awaitArrived(endpoint, 2).get(1);
        assertThat(isSignedWith(before, second)).isFalse();
        assertThat(isSignedWith(after, second)).isTrue();
    }

    @Test
    void arrives_again_when_it_is_asked_for() {
        JsonPath endpoint = created("/ok", "");
        String deliveryId = test(endpoint);
        awaitOutcome(deliveryId, "succeeded");

        Partners.redeliver(partnerId, deliveryId);

        assertThat(awaitArrived(endpoint, 2))
                .extracting(one -> one.header("webhook-id"))
                .hasSize(2)
                .containsOnly(awaitOutcome(deliveryId, "succeeded").getString("messageId"));
    }

    @Test
    void can_be_looked_at_for_thirty_days() {
        JsonPath endpoint = created("/ok", "");
        String kept = test(endpoint);
        String old = test(endpoint);
        awaitOutcome(kept, "succeeded");
        awaitOutcome(old, "succeeded");
        Instant then = Instant.now().minus(Duration.ofDays(30));
        Database database = new Database(source);
        database.execute(
                "update delivery set created_at = timestamptz '%s' where delivery_id = '%s'"
                        .formatted(then.plusSeconds(60), kept));
        database.execute(
                "update delivery set created_at = timestamptz '%s' where delivery_id = '%s'"
                        .formatted(then.minusSeconds(1), old));

        await().atMost(PATIENCE)
                .until(() -> Partners.deliveryIds(partnerId, endpoint.getString("endpointId"))
                        .equals(List.of(kept)));
    }

    private JsonPath created(String behaviour, String more) {
        String path = behaviour + "/" + partnerId + "-" + Instant.now().toEpochMilli();
        String body = """
                {"url": "http://localhost:%d%s", "eventTypes": ["*"]%s}""".formatted(LocalReceivers.PORT, path, more);
        return Partners.endpoint(partnerId, body);
    }

    private JsonPath read(JsonPath endpoint) {
        return Partners.endpointOf(partnerId, endpoint.getString("endpointId"));
    }

    private static String path(JsonPath endpoint) {
        return URI.create(endpoint.getString("url")).getPath();
    }

    private String test(JsonPath endpoint) {
        return Partners.test(partnerId, endpoint.getString("endpointId"));
    }

    private List<LocalReceivers.Arrived> awaitArrived(JsonPath endpoint, int count) {
        String path = path(endpoint);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> LocalReceivers.arrived(path).size() >= count);
        return new ArrayList<>(LocalReceivers.arrived(path));
    }

    private JsonPath awaitOutcome(String deliveryId, String outcome) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Partners.delivery(partnerId, deliveryId),
                        delivery -> delivery.getString("outcome").equals(outcome));
    }

    private List<String> failingSince(JsonPath endpoint) {
        return new Database(source)
                .texts("select failing_since::text from endpoint where failing_since is not null"
                        + " and endpoint_id = '" + endpoint.getString("endpointId") + "'");
    }

    private void execute(String sql, JsonPath endpoint, String... more) {
        String where = " where endpoint_id = '" + endpoint.getString("endpointId") + "'";
        new Database(source).execute(sql + where + String.join("", more));
    }

    private static boolean isSignedWith(String secret, LocalReceivers.Arrived arrived) {
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of(arrived.header("webhook-id")),
                "webhook-timestamp", List.of(arrived.header("webhook-timestamp")),
                "webhook-signature", List.of(arrived.header("webhook-signature")));
        try {
            new Webhook(secret)
                    .verify(arrived.body(), HttpHeaders.of(headers, (name, value) -> true));
            return true;
        } catch (WebhookVerificationException another) {
            return false;
        }
    }

    private static boolean isSignedBy(String publicKey, LocalReceivers.Arrived arrived)
            throws GeneralSecurityException {
        byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        byte[] encoded = ByteBuffer.allocate(ED25519_HEAD.length + raw.length)
                .put(ED25519_HEAD)
                .put(raw)
                .array();
        PublicKey key =
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update((arrived.header("webhook-id") + "." + arrived.header("webhook-timestamp")
                        + "." + arrived.body())
                .getBytes(StandardCharsets.UTF_8));
        String given = Stream.of(arrived.header("webhook-signature").split(" "))
                .filter(one -> one.startsWith("v1a,"))
                .findFirst()
                .orElseThrow();
        return signature.verify(Base64.getDecoder().decode(given.substring("v1a,".length())));
    }
}
