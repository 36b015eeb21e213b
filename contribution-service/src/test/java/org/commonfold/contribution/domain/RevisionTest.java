package org.commonfold.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

@DisplayName("Revising a contribution")
class RevisionTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ContributorId ADA = new ContributorId("ada");
    private static final ContributorId EVE = new ContributorId("eve");
    private static final Content NEW = new Content("https://example.org/2", "sha256:2");

    private final Revision revision = new Revision();
    private final Contribution published = PublicationTest.work(List.of(new Author(ADA, 1)));

    @Test
    void is_the_next_version_and_without_a_title_keeps_its_own() {
        ContributionEvent.Revised revised = new ContributionEvent.Revised(
                published.id(), published.commonsId(), 2, null, NEW, ADA, NOON);

        assertThat(decide(published, new NewVersion(null, NEW), ADA))
                .isEqualTo(Decision.accept(revised));
        Contribution after = revised.applyTo(published);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.work().content()).isEqualTo(NEW);
        assertThat(after.work().title()).isEqualTo(published.work().title());
        assertThat(after.eventCount()).isEqualTo(published.eventCount() + 1);
    }

    @Test
    void may_change_the_title_alone() {
        NewVersion renamed = new NewVersion("Another", published.work().content());

        assertThat(decide(published, renamed, ADA)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void is_for_an_author_who_has_read_the_latest() {
        NewVersion another = new NewVersion(null, NEW);

        assertThat(decide(published, another, EVE))
                .isEqualTo(Decision.reject(Rejection.NOT_AN_AUTHOR));
        assertThat(revision.decide(published, another, ADA, version -> false, NOON))
                .isEqualTo(Decision.reject(Rejection.STALE_VERSION));
    }

    @Test
    void of_withdrawn_work_is_refused() {
        assertThat(decide(published.withdrawn(NOON), new NewVersion(null, NEW), ADA))
                .isEqualTo(Decision.reject(Rejection.WITHDRAWN));
    }

    @Test
    void changes_something() {
        NewVersion same =
                new NewVersion(published.work().title(), published.work().content());

        assertThat(decide(published, same, ADA))
                .isEqualTo(Decision.reject(Rejection.NOTHING_REVISED));
    }

    private Decision<ContributionEvent.Revised> decide(
            Contribution contribution, NewVersion revised, ContributorId who) {
        return revision.decide(
                contribution, revised, who, version -> version == contribution.eventCount(), NOON);
    }
}
