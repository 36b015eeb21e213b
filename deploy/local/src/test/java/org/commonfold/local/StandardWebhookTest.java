package org.commonfold.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;

/** The test vectors of the libraries of Standard Webhooks 1.0. */
@DisplayName("A message of a partner's")
class StandardWebhookTest {

    @Test
    void is_signed_as_the_first_vector() {
        assertThat(StandardWebhook.headers(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}"))
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry(
                        "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void is_signed_as_the_second_vector() {
        assertThat(StandardWebhook.headers(
                        "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                        "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk",
                        Instant.ofEpochSecond(1_649_367_553),
                        "{\"email\":\"test@example.com\",\"username\":\"test_user\"}"))
                .containsEntry(
                        "webhook-signature", "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=");
    }
}
