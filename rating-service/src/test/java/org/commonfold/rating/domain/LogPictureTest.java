package org.commonfold.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.rating.domain.Examples.ADA;
import static org.commonfold.rating.domain.Examples.BOB;
import static org.commonfold.rating.domain.Examples.LAB;
import static org.commonfold.rating.domain.Examples.ROTOR;
import static org.commonfold.rating.domain.Examples.by;
import static org.commonfold.rating.domain.Examples.charter;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@DisplayName("The picture that the log gives")
class LogPictureTest {

    private static final CommonsId ELSEWHERE = new CommonsId(new UUID(1, 2));

    private final LogPicture picture = new LogPicture(
            new Charters(List.of()), Map.of(), new CurrentRatings(List.of(), Map.of()));

    private void tell(LogEvent... events) {
        for (LogEvent event : events) {
            assertThat(event.addTo(picture)).isEmpty();
        }
    }

    private static LogEvent founded(CommonsId id) {
        return new LogEvent.Founded(id, charter(1, Raters.CONTRIBUTORS), Set.of(ADA));
    }

    private static LogEvent amended(CommonsId id) {
        return new LogEvent.Amended(id, charter(1, Raters.ANYONE));
    }

    @Test
    void numbers_the_charters_of_a_commons() {
        tell(founded(LAB), amended(LAB), founded(ELSEWHERE), amended(LAB));

        assertThat(picture.newCharters())
                .containsExactly(
                        new AdoptedCharter(LAB, charter(1, Raters.CONTRIBUTORS)),
                        new AdoptedCharter(LAB, charter(2, Raters.ANYONE)),
                        new AdoptedCharter(ELSEWHERE, charter(1, Raters.CONTRIBUTORS)),
                        new AdoptedCharter(LAB, charter(3, Raters.ANYONE)));
    }

    @Test
    void goes_on_from_the_last_version_known() {
        LogPicture later = new LogPicture(
                new Charters(List.of(new AdoptedCharter(LAB, charter(7, Raters.ANYONE)))),
                Map.of(),
                new CurrentRatings(List.of(), Map.of()));

        amended(LAB).addTo(later);

        assertThat(later.newCharters().get(0).charter().version()).isEqualTo(8);
    }

    @Test
    void has_no_second_founding() {
        tell(founded(LAB));

        assertThat(founded(LAB).addTo(picture)).contains(Unusable.KNOWN_ALREADY);
        assertThat(picture.newCharters()).hasSize(1);
    }

    @Test
    void has_no_amendment_of_a_commons_it_does_not_know() {
        assertThat(amended(LAB).addTo(picture)).contains(Unusable.UNKNOWN_COMMONS);
    }

    @Test
    void makes_every_author_a_member_for_good() {
        tell(
                founded(LAB),
                new LogEvent.Published(by(ADA)),
                new LogEvent.Reapportioned(LAB, ROTOR, Set.of(BOB)));

        assertThat(picture.newMembers())
                .containsExactlyInAnyOrder(new Membership(LAB, ADA), new Membership(LAB, BOB));
        assertThat(picture.changedContributions()).containsExactly(by(BOB));
    }

    @Test
    void makes_who_is_invited_a_member() {
        tell(founded(LAB), new LogEvent.Invited(LAB, BOB));

        assertThat(picture.newMembers()).containsExactly(new Membership(LAB, BOB));
    }

    @Test
    void has_nobody_invited_to_a_commons_it_does_not_know() {
        assertThat(new LogEvent.Invited(LAB, BOB).addTo(picture))
                .contains(Unusable.UNKNOWN_COMMONS);
    }

    @Test
    void shows_a_contribution_withdrawn_twice_as_withdrawn() {
        LogEvent withdrawn = new LogEvent.Withdrawn(LAB, ROTOR);

        tell(founded(LAB), new LogEvent.Published(by(ADA)), withdrawn, withdrawn);

        assertThat(picture.changedContributions()).containsExactly(by(ADA).withdrawn());
    }

    @Test
    void gives_no_authors_to_what_is_withdrawn() {
        tell(
                founded(LAB),
                new LogEvent.Published(by(ADA)),
                new LogEvent.Withdrawn(LAB, ROTOR),
                new LogEvent.Reapportioned(LAB, ROTOR, Set.of(BOB)));

        assertThat(picture.changedContributions()).containsExactly(by(ADA).withdrawn());
    }

    @Test
    void calls_a_contribution_what_it_was_called_last() {
        tell(
                founded(LAB),
                new LogEvent.Published(by(ADA)),
                new LogEvent.Revised(LAB, ROTOR, Optional.of("Rotor, light")),
                new LogEvent.Revised(LAB, ROTOR, Optional.empty()));

        assertThat(picture.changedContributions()).containsExactly(by(ADA).titled("Rotor, light"));
        assertThat(new LogEvent.Revised(ELSEWHERE, ROTOR, Optional.empty()).addTo(picture))
                .contains(Unusable.UNKNOWN_CONTRIBUTION);
    }

    @Test
    void knows_the_stewards_of_a_commons() {
        tell(founded(LAB));

        assertThat(picture.newStewards()).containsExactly(new Steward(LAB, ADA));
    }

    @Test
    void has_no_publication_in_a_commons_it_does_not_know() {
        assertThat(new LogEvent.Published(by(ADA)).addTo(picture))
                .contains(Unusable.UNKNOWN_COMMONS);
    }

    @Test
    void has_no_second_publication() {
        tell(founded(LAB), new LogEvent.Published(by(ADA)));

        assertThat(new LogEvent.Published(by(BOB)).addTo(picture)).contains(Unusable.KNOWN_ALREADY);
        assertThat(picture.changedContributions()).containsExactly(by(ADA));
    }

    @Test
    void keeps_a_contribution_to_its_commons() {
        tell(founded(LAB), founded(ELSEWHERE), new LogEvent.Published(by(ADA)));

        assertThat(new LogEvent.Withdrawn(ELSEWHERE, ROTOR).addTo(picture))
                .contains(Unusable.UNKNOWN_CONTRIBUTION);
        assertThat(new LogEvent.Reapportioned(ELSEWHERE, ROTOR, Set.of(BOB)).addTo(picture))
                .contains(Unusable.UNKNOWN_CONTRIBUTION);
    }
}
