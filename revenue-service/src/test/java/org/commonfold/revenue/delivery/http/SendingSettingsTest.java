package org.commonfold.revenue.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;

@DisplayName("With no setting, sending")
class SendingSettingsTest {

    private final SendingSettings settings = TestSettings.byDefault();

    @Test
    void waits_twenty_seconds_for_an_answer_and_nobody_else_sends_meanwhile() {
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.lease()).isGreaterThan(settings.timeout().multipliedBy(2));
    }

    @Test
    void goes_to_public_addresses_only() {
        assertThat(settings.allowPrivateAddresses()).isFalse();
    }

    @Test
    void is_kept_for_thirty_days() {
        assertThat(settings.kept()).isEqualTo(Duration.ofDays(30));
    }
}
