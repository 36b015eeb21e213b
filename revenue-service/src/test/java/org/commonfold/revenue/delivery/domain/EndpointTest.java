package org.commonfold.revenue.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.revenue.domain.PartnerId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@DisplayName("An endpoint")
class EndpointTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final EndpointSettings SETTINGS = new EndpointSettings(
            "https://example.org/", null, List.of(new EventTypePattern("*")), List.of());

    private final Endpoint endpoint = Endpoint.created(
            new EndpointId(new UUID(1, 1)), new PartnerId(new UUID(2, 1)), SETTINGS, true, NOON);

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
        Endpoint failing = new Endpoint(
                endpoint.id(), endpoint.partnerId(), SETTINGS, true, NOON, NOON, null, 4);
        Endpoint enabled = failing.disabled("failing", NOON).enabled();

        assertThat(enabled.isEnabled()).isTrue();
        assertThat(enabled.firstFailure()).isEmpty();
        assertThat(enabled.version()).isEqualTo(6);
    }

    @Test
    void that_is_told_the_same_again_does_not_change() {
        EndpointSettings other = new EndpointSettings(
                SETTINGS.url(), "Accounting", SETTINGS.eventTypes(), List.of());

        assertThat(endpoint.with(SETTINGS)).isSameAs(endpoint);
        assertThat(endpoint.with(other).version()).isEqualTo(2);
        assertThat(endpoint.with(other).settings()).isEqualTo(other);
    }
}
