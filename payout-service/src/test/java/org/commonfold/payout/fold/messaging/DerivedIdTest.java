package org.commonfold.payout.fold.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

@DisplayName("An id of what the log says")
class DerivedIdTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void is_a_UUID_of_version_7_with_its_time() {
        UUID id = DerivedId.of("commons.log/3/41", NOON);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void is_the_same_for_the_same_and_another_for_another() {
        UUID id = DerivedId.of("commons.log/3/41", NOON);

        assertThat(DerivedId.of("commons.log/3/41", NOON)).isEqualTo(id);
        assertThat(DerivedId.of("commons.log/3/42", NOON)).isNotEqualTo(id);
    }
}
