package org.commonfold.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@DisplayName("Amending a charter")
class AmendmentTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Person SUE = new Person(new ContributorId("sue"), true);
    private static final Person EVE = new Person(new ContributorId("eve"), true);

    private final Amendment amendment = new Amendment();
    private final Commons lab = new Commons(
            new CommonsId(UUID.randomUUID()), "Lab", charter(2, 0, 1), 3, Set.of(SUE.id()), NOON);

    @Test
    void makes_the_next_version() {
        Charter strict = charter(5, 0, 1);
        Commons amended = new Commons(lab.id(), "Lab", strict, 4, lab.stewards(), lab.foundedAt());

        assertThat(decide(strict, SUE, 3))
                .isEqualTo(Decision.accept(new CommonsEvent.Amended(amended, SUE.id(), NOON)));
    }

    @Test
    void is_for_a_steward_who_has_read_the_version_in_force() {
        Charter strict = charter(5, 0, 1);

        assertThat(decide(strict, EVE, 3)).isEqualTo(Decision.reject(Rejection.NOT_A_STEWARD));
        assertThat(decide(strict, new Person(SUE.id(), false), 3))
                .isEqualTo(Decision.reject(Rejection.NOT_A_STEWARD));
        assertThat(decide(strict, SUE, 2)).isEqualTo(Decision.reject(Rejection.STALE_VERSION));
    }

    @Test
    void keeps_a_charter_sound() {
        assertThat(decide(charter(5, 1, 0), SUE, 3))
                .isEqualTo(Decision.reject(Rejection.UNSOUND_CHARTER));
    }

    @Test
    void to_what_it_is_already_records_nothing_new() {
        assertThat(decide(lab.charter(), SUE, 3)).isEqualTo(Decision.nothingNew());
    }

    private Decision<CommonsEvent.Amended> decide(Charter charter, Person who, long read) {
        return amendment.decide(lab, charter, who, version -> version == read, NOON);
    }

    private static Charter charter(int quorum, Integer... points) {
        Criterion quality = new Criterion("quality", 1, 0, List.of(points));
        return new Charter(List.of(quality), quorum, 13, 500, 5, 1000, 10, 0, Raters.ANYONE);
    }
}
