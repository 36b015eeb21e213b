package org.commonfold.payout.fold.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A commons from the portions that tell all of it. */
final class Restoration {

    private final Map<Integer, CommonsState.Work> works = new TreeMap<>();
    private final Map<Integer, CommonsState.Receivable> revenues = new TreeMap<>();
    private final CommonsState last;

    private final List<Contribution> contributions = new ArrayList<>();
    private final Map<ContributorId, Rater> raters = new HashMap<>();
    /** One object for one person: each portion names them anew. */
    private final Map<ContributorId, ContributorId> people = new HashMap<>();

    /**
     * @param portions at least one, in order: what a later one tells is newer
     */
    Restoration(List<CommonsState> portions) {
        last = portions.get(portions.size() - 1);
        for (CommonsState portion : portions) {
            portion.works().forEach(work -> works.put(work.ordinal(), work));
            portion.revenues().forEach(revenue -> revenues.put(revenue.number(), revenue));
        }
    }

    List<Charter> charters() {
        return last.charters();
    }

    Map<ContributorId, Rater> raters() {
        return raters;
    }

    /**
     * In the order of publication.
     *
     * @throws IllegalArgumentException when the portions do not tell all of them
     */
    List<Contribution> contributions() {
        for (CommonsState.Work work : works.values()) {
            requireNext(contributions.size(), work.ordinal());
            contributions.add(contribution(work));
        }
        requireNext(contributions.size(), last.counts().works());
        return contributions;
    }

    private Contribution contribution(CommonsState.Work work) {
        List<Contribution.Upstream> upstream = new ArrayList<>();
        for (CommonsState.Source source : work.upstream()) {
            Contribution from = contributions.get(source.ordinal());
            upstream.add(new Contribution.Upstream(from, source.basisPoints()));
        }
        List<Author> authors = work.authors().stream()
                .map(author -> new Author(known(author.id()), author.share()))
                .toList();
        Contribution contribution = new Contribution(work.id(), work.ordinal(), authors, upstream);
        for (CommonsState.PeerRating rating : work.ratings()) {
            remember(rating, contribution);
        }
        if (!work.live()) {
            contribution.withdraw();
        }
        return contribution;
    }

    private ContributorId known(ContributorId person) {
        ContributorId before = people.putIfAbsent(person, person);
        return before == null ? person : before;
    }

    private void remember(CommonsState.PeerRating rated, Contribution contribution) {
        Rater rater = raters.computeIfAbsent(known(rated.rater()), Rater::new);
        List<ContributorId> authors = rated.authors().equals(contribution.authorIds())
                ? contribution.authorIds()
                : rated.authors();
        Rating rating = Rating.of(rater, rated.points(), rated.level(), rated.influence(), authors);
        rater.remember(rating);
        contribution.remember(rating);
    }

    /** In the order of declaration; as {@link #contributions}. */
    List<Revenue> revenues() {
        List<Revenue> restored = new ArrayList<>();
        for (CommonsState.Receivable revenue : revenues.values()) {
            requireNext(restored.size(), revenue.number());
            restored.add(new Revenue(last.id(), revenue, this::known));
        }
        requireNext(restored.size(), last.counts().revenues());
        return restored;
    }

    private void requireNext(int expected, int found) {
        if (found != expected) {
            throw new IllegalArgumentException(
                    "Of commons %s number %d is missing".formatted(last.id(), expected));
        }
    }
}
