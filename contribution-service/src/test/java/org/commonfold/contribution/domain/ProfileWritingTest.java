package org.commonfold.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

@DisplayName("Writing a profile")
class ProfileWritingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ContributorId ADA = new ContributorId("ada");
    private static final SelfDescription OPTICIAN =
            new SelfDescription("Ada", null, List.of("optics"), List.of());
    private static final SelfDescription WRITER =
            new SelfDescription("Ada", null, List.of("prose"), List.of());
    private static final Optional<Profile> WRITTEN =
            Optional.of(new Profile(ADA, OPTICIAN, 4, NOON.minusSeconds(60)));

    private final ProfileWriting writing = new ProfileWriting();

    @Test
    void begins_with_version_1() {
        assertThat(writing.decide(Optional.empty(), ADA, OPTICIAN, any -> true, NOON))
                .isEqualTo(Decision.accept(new Profile(ADA, OPTICIAN, 1, NOON)));
    }

    @Test
    void again_makes_the_next_version() {
        assertThat(writing.decide(WRITTEN, ADA, WRITER, version -> version == 4, NOON))
                .isEqualTo(Decision.accept(new Profile(ADA, WRITER, 5, NOON)));
    }

    @Test
    void that_was_meant_for_another_version_is_refused() {
        assertThat(writing.decide(WRITTEN, ADA, WRITER, version -> version == 3, NOON))
                .isEqualTo(Decision.reject(Rejection.STALE_VERSION));
        assertThat(writing.decide(Optional.empty(), ADA, WRITER, version -> version > 0, NOON))
                .isEqualTo(Decision.reject(Rejection.STALE_VERSION));
    }

    @Test
    void with_the_same_words_is_nothing_new() {
        assertThat(writing.decide(WRITTEN, ADA, OPTICIAN, version -> version == 3, NOON))
                .isEqualTo(Decision.nothingNew());
    }
}
