package org.commonfold.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@DisplayName("Publishing a contribution")
class PublicationTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final CommonsId LAB = new CommonsId(UUID.randomUUID());
    private static final ContributorId ADA = new ContributorId("ada");
    private static final ContributorId BOB = new ContributorId("bob");
    private static final ContributionId UPSTREAM = new ContributionId(UUID.randomUUID());
    private static final ContributionId OTHER = new ContributionId(UUID.randomUUID());

    private final Publication publication = new Publication();

    @Test
    void is_accepted_from_one_of_its_authors() {
        Contribution proposed = work(List.of(share(ADA), share(BOB)));

        assertThat(publication.decide(proposed, BOB, Map.of()))
                .isEqualTo(Decision.accept(new ContributionEvent.Published(proposed)));
    }

    @Test
    void is_refused_to_a_stranger() {
        assertRejected(work(List.of(share(ADA))), BOB, Map.of(), Rejection.NOT_AN_AUTHOR);
    }

    @Test
    void is_refused_when_an_author_is_named_twice() {
        Contribution proposed = work(List.of(share(ADA), new Author(ADA, 2)));

        assertRejected(proposed, ADA, Map.of(), Rejection.AUTHOR_TWICE);
    }

    @Test
    void may_give_all_it_earns_upstream_but_not_more() {
        Map<ContributionId, CommonsId> homes = Map.of(UPSTREAM, LAB, OTHER, LAB);
        Contribution all = derived(new Derivation(UPSTREAM, 9_999), new Derivation(OTHER, 1));
        Contribution more = derived(new Derivation(UPSTREAM, 9_999), new Derivation(OTHER, 2));

        assertThat(publication.decide(all, ADA, homes))
                .isEqualTo(Decision.accept(new ContributionEvent.Published(all)));
        assertRejected(more, ADA, homes, Rejection.TOO_MANY_BASIS_POINTS);
    }

    @Test
    void derives_only_from_what_is_published_already() {
        Contribution proposed = derived(new Derivation(UPSTREAM, 1));

        assertRejected(proposed, ADA, Map.of(), Rejection.UPSTREAM_UNKNOWN);
    }

    @Test
    void derives_only_from_works_of_its_own_commons() {
        Map<ContributionId, CommonsId> homes = Map.of(UPSTREAM, new CommonsId(UUID.randomUUID()));
        Contribution proposed = derived(new Derivation(UPSTREAM, 1));

        assertRejected(proposed, ADA, homes, Rejection.UPSTREAM_IN_ANOTHER_COMMONS);
    }

    @Test
    void names_what_it_derives_from_once() {
        Contribution proposed = derived(new Derivation(UPSTREAM, 1), new Derivation(UPSTREAM, 1));

        assertRejected(proposed, ADA, Map.of(UPSTREAM, LAB), Rejection.UPSTREAM_TWICE);
    }

    private void assertRejected(
            Contribution proposed,
            ContributorId who,
            Map<ContributionId, CommonsId> homes,
            Rejection reason) {
        assertThat(publication.decide(proposed, who, homes)).isEqualTo(Decision.reject(reason));
    }

    static Contribution work(List<Author> authors, Derivation... derivedFrom) {
        Content content = new Content("https://example.org/rotor", "sha256:" + "0".repeat(64));
        Work work = new Work(
                "Rotor", "design", "CC0-1.0", content, authors, List.of(derivedFrom), null);
        return Publication.proposal(new ContributionId(UUID.randomUUID()), LAB, work, NOON);
    }

    private static Contribution derived(Derivation... derivedFrom) {
        return work(List.of(share(ADA)), derivedFrom);
    }

    private static Author share(ContributorId who) {
        return new Author(who, 1);
    }
}
