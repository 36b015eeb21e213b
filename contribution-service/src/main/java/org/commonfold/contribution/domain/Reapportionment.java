package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Other shares or other authors, as one author proposes them. They are in force once every author
 * there is has confirmed, and whoever would become one; any of them may refuse.
 *
 * @param before the authors there were when it was proposed
 * @param authors the authors there would be
 * @param confirmedBy who of the voters agrees; whoever proposed it does
 */
public record Reapportionment(
        UUID id,
        ContributionId contributionId,
        List<Author> before,
        List<Author> authors,
        ContributorId proposedBy,
        Instant proposedAt,
        Set<ContributorId> confirmedBy,
        State state) {

    /** Where a reapportionment stands. */
    public enum State {
        PROPOSED,
        ADOPTED,
        REFUSED
    }

    public Reapportionment {
        before = List.copyOf(before);
        authors = List.copyOf(authors);
        confirmedBy = Set.copyOf(confirmedBy);
    }

    /** An author proposes. The only author there is, and would be, adopts by proposing. */
    public static Decision<Reapportionment> propose(
            UUID id,
            Contribution contribution,
            List<Author> authors,
            ContributorId who,
            Instant now) {
        if (!contribution.isAuthoredBy(who)) {
            return Decision.reject(Rejection.NOT_AN_AUTHOR);
        }
        if (contribution.isWithdrawn()) {
            return Decision.reject(Rejection.WITHDRAWN);
        }
        Work shared = contribution.work().sharedBy(authors);
        if (shared.namesAnAuthorTwice()) {
            return Decision.reject(Rejection.AUTHOR_TWICE);
        }
        List<Author> before = contribution.work().authors();
        if (Set.copyOf(authors).equals(Set.copyOf(before))) {
            return Decision.reject(Rejection.NOTHING_REAPPORTIONED);
        }
        var proposal = new Reapportionment(
                id, contribution.id(), before, authors, who, now, Set.of(), State.PROPOSED);
        return Decision.accept(proposal.withVoteOf(who));
    }

    /** A voter agrees. */
    public Decision<Reapportionment> confirm(Contribution contribution, ContributorId who) {
        if (!voters().contains(who)) {
            return Decision.reject(Rejection.NOT_AN_AUTHOR);
        }
        if (state != State.REFUSED && confirmedBy.contains(who)) {
            return Decision.nothingNew();
        }
        if (isClosed(contribution)) {
            return Decision.reject(Rejection.REAPPORTIONMENT_CLOSED);
        }
        return Decision.accept(withVoteOf(who));
    }

    /** A voter does not agree, and that settles it. */
    public Decision<Reapportionment> refuse(Contribution contribution, ContributorId who) {
        if (!voters().contains(who)) {
            return Decision.reject(Rejection.NOT_AN_AUTHOR);
        }
        if (state == State.REFUSED) {
            return Decision.nothingNew();
        }
        if (isClosed(contribution)) {
            return Decision.reject(Rejection.REAPPORTIONMENT_CLOSED);
        }
        return Decision.accept(with(confirmedBy, State.REFUSED));
    }

    /** What happened to the contribution by adopting this. */
    public ContributionEvent.Reapportioned adopted(CommonsId commonsId, Instant now) {
        return new ContributionEvent.Reapportioned(contributionId, commonsId, authors, now);
    }

    /** Settled, or overtaken: the contribution was withdrawn, or has other authors by now. */
    private boolean isClosed(Contribution contribution) {
        return state != State.PROPOSED
                || contribution.isWithdrawn()
                || !contribution.work().authors().equals(before);
    }

    /** The authors there are, and those who would become one: nobody is made to be. */
    public Set<ContributorId> voters() {
        return Stream.concat(before.stream(), authors.stream())
                .map(Author::contributorId)
                .collect(Collectors.toSet());
    }

    /** 1 when proposed by one vote, one more for each vote since. */
    public long version() {
        return confirmedBy.size() + (state == State.REFUSED ? 1 : 0);
    }

    private Reapportionment withVoteOf(ContributorId who) {
        Set<ContributorId> votes = new HashSet<>(confirmedBy);
        votes.add(who);
        boolean agreed = votes.containsAll(voters());
        return with(votes, agreed ? State.ADOPTED : State.PROPOSED);
    }

    private Reapportionment with(Set<ContributorId> votes, State reached) {
        return new Reapportionment(
                id, contributionId, before, authors, proposedBy, proposedAt, votes, reached);
    }
}
