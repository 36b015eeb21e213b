package org.commonfold.revenue.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;

@DisplayName("A message's signature")
class SigningKeyTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIME = 1614265330;
    private static final byte[] BODY = bytes("{\"test\": 2432232314}");

    @Test
    void of_v1_is_the_one_of_the_specification() {
        SigningKey key = new SigningKey("v1", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(key.sign(ID, TIME, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void of_v1_is_the_one_of_the_reference_libraries() {
        SigningKey key = new SigningKey("v1", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
        byte[] body = bytes("{\"email\":\"test@example.com\",\"username\":\"test_user\"}");

        assertThat(key.sign("msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", 1649367553, body))
                .isEqualTo("v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=");
    }

    @Test
    void of_v1a_is_the_one_of_the_specification() {
        SigningKey key = new SigningKey(
                "v1a",
                "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9l"
                        + "MicMFs6Kvg==");

        assertThat(key.sign(ID, TIME, BODY))
                .isEqualTo("v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZ"
                        + "dpXwVLPo3mNl8EM+m7TBAg==");
        assertThat(key.publicKey()).hasValue("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=");
    }

    @Test
    void with_a_new_key_is_verified_by_the_reference_library() {
        SigningKey key = SigningKey.newV1(new SecureRandom());
        long now = Instant.now().getEpochSecond();
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of(ID),
                "webhook-timestamp", List.of(Long.toString(now)),
                "webhook-signature", List.of("v1a,xyz " + key.sign(ID, now, BODY)));

        assertThatCode(() -> new Webhook(key.serialised())
                        .verify(
                                new String(BODY, StandardCharsets.UTF_8),
                                HttpHeaders.of(headers, (name, value) -> true)))
                .doesNotThrowAnyException();
    }

    @Test
    void shows_nothing_of_the_key() {
        assertThat(SigningKey.newV1a(new SecureRandom())).hasToString("SigningKey[v1a]");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
