package org.commonfold.revenue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.domain.Samples.secrets;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** With the test vectors of Standard Webhooks 1.0. */
@DisplayName("The signature of a webhook")
class SignatureCheckTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long SECONDS = 1_614_265_330;
    private static final String TIMESTAMP = "" + SECONDS;
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final SignatureCheck check = new SignatureCheck();

    private static SignedMessage message(String id, String at, String signatures, String body) {
        return new SignedMessage(id, at, signatures, body.getBytes(StandardCharsets.UTF_8));
    }

    private Decision<SignedMessage> decide(SignedMessage message, String... secrets) {
        return check.decide(message, secrets(secrets), Instant.ofEpochSecond(SECONDS));
    }

    @Test
    void holds_for_the_published_vector() {
        SignedMessage message = message(ID, TIMESTAMP, SIGNATURE, BODY);

        assertThat(decide(message, SECRET)).isEqualTo(Decision.accept(message));
    }

    @Test
    void holds_for_the_other_published_vector() {
        SignedMessage message = message(
                "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk",
                "1649367553",
                "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=",
                "{\"email\":\"test@example.com\",\"username\":\"test_user\"}");

        assertThat(check.decide(
                        message, secrets(OTHER_SECRET), Instant.ofEpochSecond(1_649_367_553)))
                .isEqualTo(Decision.accept(message));
    }

    @Test
    void holds_by_any_of_the_secrets_and_any_of_the_signatures() {
        String several = "v1,AAAA v1a,BBBB v2,CCCC rubbish " + SIGNATURE;
        SignedMessage message = message(ID, TIMESTAMP, several, BODY);

        assertThat(decide(message, OTHER_SECRET, SECRET)).isEqualTo(Decision.accept(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "v1",
                "v1,",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1O",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=A",
                "v1,h0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,*not base64*",
                "v1,\u00fc\u0000"
            })
    void does_not_hold_otherwise(String signatures) {
        assertRefused(message(ID, TIMESTAMP, signatures, BODY));
    }

    @Test
    void covers_every_part_of_the_message() {
        assertRefused(message(ID + "x", TIMESTAMP, SIGNATURE, BODY));
        assertRefused(message(ID, "1614265331", SIGNATURE, BODY));
        assertRefused(message(ID, TIMESTAMP, SIGNATURE, BODY + " "));
        assertRefused(message(ID, TIMESTAMP, SIGNATURE, ""));
    }

    @Test
    void is_missing_when_a_header_is() {
        assertRefused(message(null, TIMESTAMP, SIGNATURE, BODY));
        assertRefused(message(ID, null, SIGNATURE, BODY));
        assertRefused(message(ID, TIMESTAMP, null, BODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1614265330", "1614265330.0", "1614265330000000000000"})
    void is_of_a_whole_number_of_seconds(String timestamp) {
        assertRefused(message(ID, timestamp, SIGNATURE, BODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "msg.1", "msg 1", "msg_\u00fc", "msg\u0000"})
    void is_of_an_id_of_visible_characters_without_a_point(String id) {
        assertRefused(signed(id));
        assertThat(decide(signed("msg_1-A:~"), SECRET)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void is_of_an_id_of_at_most_255_characters() {
        assertThat(decide(signed("m".repeat(255)), SECRET)).isInstanceOf(Decision.Accepted.class);
        assertRefused(signed("m".repeat(256)));
    }

    /** By another implementation than ours. */
    private static SignedMessage signed(String id) {
        try {
            return message(id, TIMESTAMP, new Webhook(SECRET).sign(id, SECONDS, BODY), BODY);
        } catch (WebhookSigningException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void may_stand_between_any_number_of_blanks() {
        SignedMessage message = message(ID, TIMESTAMP, "  v1,AAAA   " + SIGNATURE + " ", BODY);

        assertThat(decide(message, SECRET)).isEqualTo(Decision.accept(message));
    }

    @Test
    void covers_the_bytes_of_the_body_whatever_they_are() throws WebhookSigningException {
        for (String body :
                List.of("", " ", "\r\n", "{\"n\":1.0}", "\u00e9\ud83d\ude00", "\u0000")) {
            String signature = new Webhook(SECRET).sign(ID, SECONDS, body);
            SignedMessage message = message(ID, TIMESTAMP, signature, body);

            assertThat(decide(message, SECRET)).isEqualTo(Decision.accept(message));
        }
    }

    @Test
    void proves_nothing_for_who_has_no_secret() {
        SignedMessage message = message(ID, TIMESTAMP, SIGNATURE, BODY);

        assertThat(check.decide(message, List.of(), Instant.ofEpochSecond(SECONDS)))
                .isEqualTo(Decision.reject(Rejection.BAD_SIGNATURE));
    }

    private void assertRefused(SignedMessage message) {
        assertThat(decide(message, SECRET)).isEqualTo(Decision.reject(Rejection.BAD_SIGNATURE));
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "0, true", "300, true", "301, false"})
    void is_good_for_five_minutes_either_way(long secondsLater, boolean isGood) {
        SignedMessage message = message(ID, TIMESTAMP, SIGNATURE, BODY);
        Instant now = Instant.ofEpochSecond(SECONDS + secondsLater);

        assertThat(check.decide(message, secrets(SECRET), now))
                .isEqualTo(
                        isGood
                                ? Decision.accept(message)
                                : Decision.reject(Rejection.TIMESTAMP_OUT_OF_TOLERANCE));
    }

    @Test
    void may_come_from_two_secrets_but_not_from_a_third() {
        SigningSecret one = Samples.secret(SECRET);

        assertThat(SigningSecret.add(one, secrets(OTHER_SECRET))).isEqualTo(Decision.accept(one));
        assertThat(SigningSecret.add(one, secrets(OTHER_SECRET, OTHER_SECRET)))
                .isEqualTo(Decision.reject(Rejection.TOO_MANY_SIGNING_SECRETS));
    }

    @Test
    void comes_from_a_secret_that_no_log_shows() {
        SigningSecret secret = Samples.secret(SECRET);

        assertThat(secret.serialised()).isEqualTo(SECRET);
        assertThat(secret.toString()).doesNotContain("MfKQ9r8GKYqrTwjU");
        assertThat(secret.id().value()).isInstanceOf(UUID.class);
    }
}
