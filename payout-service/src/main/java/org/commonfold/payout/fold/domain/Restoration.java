package org.commonfold.payout.fold.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A commons from the portions that tell all of it, the last one first: what an earlier one tells of
 * the same is older. Each becomes at once what is folded on, and is needed no more: all portions of
 * a large commons side by side would take several times what it is.
 */
public final class Restoration {

    private final CommonsId id;
    private final List<Charter> charters;
    /** By place in the order of publication. */
    private final Contribution[] works;
    /** By place in the order of declaration. */
    private final Revenue[] revenues;
    /** What works derive from, which may be told after them. */
    private final Map<Contribution, List<CommonsState.Source>> sources = new IdentityHashMap<>();

    private final Map<ContributorId, Rater> raters = new HashMap<>();
    /** One object for one person: each portion names them anew. */
    private final Map<ContributorId, ContributorId> people = new HashMap<>();

    /**
     * Begins with the last portion.
     *
     * @throws IndexOutOfBoundsException when it tells of more than it says there is
     */
    public Restoration(CommonsState last) {
        id = last.id();
        charters = last.charters();
        works = new Contribution[last.counts().works()];
        revenues = new Revenue[last.counts().revenues()];
        add(last);
    }

    /**
     * Goes on with the portion before.
     *
     * @throws IndexOutOfBoundsException when it tells of more than the last one says there is
     */
    public void add(CommonsState portion) {
        for (CommonsState.Work work : portion.works()) {
            if (works[work.ordinal()] == null) {
                works[work.ordinal()] = contribution(work);
            }
        }
        for (CommonsState.Receivable revenue : portion.revenues()) {
            if (revenues[revenue.number()] == null) {
                revenues[revenue.number()] = new Revenue(id, revenue, this::known);
            }
        }
    }

    private Contribution contribution(CommonsState.Work work) {
        List<Author> authors = work.authors().stream()
                .map(author -> new Author(known(author.id()), author.share()))
                .toList();
        Contribution contribution = new Contribution(work.id(), work.ordinal(), authors, List.of());
        for (CommonsState.PeerRating rating : work.ratings()) {
            remember(rating, contribution);
        }
        if (!work.live()) {
            contribution.withdraw();
        }
        if (!work.upstream().isEmpty()) {
            sources.put(contribution, work.upstream());
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

    CommonsId id() {
        return id;
    }

    List<Charter> charters() {
        return charters;
    }

    /** Who has rated, by their ids. */
    Map<ContributorId, Rater> raters() {
        return raters;
    }

    /**
     * In the order of publication, once all portions are added.
     *
     * @throws IllegalArgumentException when they do not tell all of them
     */
    List<Contribution> contributions() {
        requireAll(works);
        sources.forEach((work, from) -> work.derivesFrom(from.stream()
                .map(source ->
                        new Contribution.Upstream(works[source.ordinal()], source.basisPoints()))
                .toList()));
        return Arrays.asList(works);
    }

    /** In the order of declaration; as {@link #contributions}. */
    List<Revenue> revenues() {
        requireAll(revenues);
        return Arrays.asList(revenues);
    }

    private void requireAll(Object[] told) {
        int missing = Arrays.asList(told).indexOf(null);
        if (missing >= 0) {
            throw new IllegalArgumentException(
                    "Of commons %s number %d is missing".formatted(id, missing));
        }
    }
}
