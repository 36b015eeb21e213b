package org.commonfold.revenue.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.revenue.domain.PartnerId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@DisplayName("An endpoint")
class EndpointTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String URL = "https://example.org/";
    private static final EndpointSettings SETTINGS = settings(URL, null);

    private final Endpoint endpoint = Endpoint.created(
            new EndpointId(new UUID(1, 1)), new PartnerId(new UUID(2, 1)), SETTINGS, NOON);

    private static EndpointSettings settings(String url, String description) {
        return new EndpointSettings(
                url, description, List.of(new EventTypePattern("*")), List.of(), true);
    }

    private static Sent sent(int status, Instant at, Duration latency, Duration retryAfter) {
        Attempt attempt = new Attempt(1, at, (int) latency.toMillis(), status, null, "");
        Outgoing message = new Outgoing(
                new DeliveryId(new UUID(3, 1)),
                new Outgoing.Target(new EndpointId(new UUID(1, 1)), URL, List.of()),
                "msg",
                "{}",
                new Claim(0, 0, NOON, NOON));
        return new Sent(message, attempt, retryAfter);
    }

    private static Sent sent(int status, Instant at) {
        return sent(status, at, Duration.ZERO, null);
    }

    @Test
    void is_enabled_from_the_start() {
        assertThat(endpoint.isEnabled()).isTrue();
        assertThat(endpoint.version()).isEqualTo(1);
        assertThat(endpoint.enabled()).isSameAs(endpoint);
    }

    @Test
    void that_is_disabled_twice_keeps_the_first_reason() {
        Endpoint disabled = endpoint.disabled("gone", NOON);

        assertThat(disabled.isEnabled()).isFalse();
        assertThat(disabled.version()).isEqualTo(2);
        assertThat(disabled.disabled("failing", NOON.plusSeconds(1))).isSameAs(disabled);
    }

    @Test
    void that_is_enabled_again_has_not_failed_yet() {
        Endpoint enabled = endpoint.after(List.of(sent(500, NOON)))
                .disabled("failing", NOON)
                .enabled();

        assertThat(enabled.isEnabled()).isTrue();
        assertThat(enabled.health()).isEqualTo(EndpointHealth.UNKNOWN);
        assertThat(enabled.version()).isEqualTo(3);
    }

    @Test
    void fails_since_the_first_failure_after_a_success() {
        Endpoint failing = endpoint.after(List.of(sent(500, NOON.plusSeconds(1)), sent(0, NOON)));

        assertThat(failing.health().failingSince()).isEqualTo(NOON);
        assertThat(failing.after(List.of(sent(500, NOON.plusSeconds(9))))
                        .health()
                        .failingSince())
                .isEqualTo(NOON);
        assertThat(failing.after(List.of(sent(500, NOON), sent(200, NOON)))
                        .health()
                        .failingSince())
                .isNull();
        assertThat(failing.version()).isEqualTo(1);
    }

    @Test
    void that_fails_for_five_days_is_disabled_and_not_before() {
        Instant fiveDaysOn = NOON.plus(Duration.ofDays(5));
        Endpoint failing = endpoint.after(List.of(sent(500, NOON)));

        assertThat(failing.at(fiveDaysOn.minusMillis(1)).isEnabled()).isTrue();
        assertThat(failing.at(fiveDaysOn).disabled())
                .isEqualTo(new Endpoint.Disabled(fiveDaysOn, "failing"));
        assertThat(failing.after(List.of(sent(500, fiveDaysOn.minusMillis(1)))).isEnabled())
                .isTrue();
        assertThat(failing.after(List.of(sent(500, fiveDaysOn))).isEnabled()).isFalse();
        assertThat(failing.after(List.of(sent(200, fiveDaysOn))).isEnabled()).isTrue();
    }

    @Test
    void that_is_gone_is_disabled_unless_it_has_moved_meanwhile() {
        List<Sent> gone = List.of(sent(410, NOON));
        Endpoint moved = endpoint.with(settings("https://new.example.org/", null));

        assertThat(endpoint.after(gone).disabled().reason()).isEqualTo("gone");
        assertThat(moved.after(gone)).isSameAs(moved);
    }

    @Test
    void that_moves_has_not_failed_yet() {
        Endpoint failing =
                endpoint.after(List.of(sent(503, NOON, Duration.ZERO, Duration.ofHours(1))));

        assertThat(failing.with(settings(URL, "Accounting")).health()).isEqualTo(failing.health());
        assertThat(failing.with(settings("https://new.example.org/", null)).health())
                .isEqualTo(EndpointHealth.UNKNOWN);
    }

    @Test
    void rests_as_long_as_it_asked_for() {
        Endpoint resting =
                endpoint.after(List.of(sent(503, NOON, Duration.ZERO, Duration.ofHours(1))));
        List<Sent> shorter = List.of(sent(429, NOON, Duration.ZERO, Duration.ofMinutes(1)));

        assertThat(resting.health().notBefore()).isEqualTo(NOON.plusSeconds(3_600));
        assertThat(resting.after(shorter).health().notBefore()).isEqualTo(NOON.plusSeconds(3_600));
    }

    @Test
    void is_quick_while_every_answer_comes_within_a_second() {
        Sent quick = sent(200, NOON, Duration.ofMillis(1_000), null);
        Sent slow = sent(200, NOON, Duration.ofMillis(1_001), null);

        assertThat(endpoint.health().isQuick()).isFalse();
        assertThat(endpoint.after(List.of(quick)).health().isQuick()).isTrue();
        assertThat(endpoint.after(List.of(quick, slow)).health().isQuick()).isFalse();
    }

    @Test
    void that_is_told_the_same_again_does_not_change() {
        EndpointSettings other = settings(URL, "Accounting");

        assertThat(endpoint.with(SETTINGS)).isSameAs(endpoint);
        assertThat(endpoint.with(other).version()).isEqualTo(2);
        assertThat(endpoint.with(other).settings()).isEqualTo(other);
    }
}
