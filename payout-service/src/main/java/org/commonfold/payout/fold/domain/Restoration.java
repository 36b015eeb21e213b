package org.commonfold.payout.fold.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A commons from the portions that tell all of it, in order: what a later one tells is newer. Each
 * becomes at once what is folded on, and is needed no more: all portions of a large commons side by
 * side would take several times what it is.
 */
public final class Restoration {

    private CommonsState last;
    /** By place in the order of publication; null until it is told whole. */
    private Contribution[] works = {};
    /** By place in the order of declaration. */
    private Revenue[] revenues = {};
    /** What works derive from, by their place: it may be told after them. */
    private final Map<Integer, List<CommonsState.Source>> sources = new HashMap<>();

    private final Map<ContributorId, Rater> raters = new HashMap<>();
    /** One object for one person: each portion names them anew. */
    private final Map<ContributorId, ContributorId> people = new HashMap<>();

    /**
     * Takes the next portion.
     *
     * @throws IllegalArgumentException when it does not go on from those before
     * @throws IndexOutOfBoundsException when it tells of more than it says there is
     */
    public void add(CommonsState portion) {
        last = portion;
        works = Arrays.copyOf(works, portion.counts().works());
        revenues = Arrays.copyOf(revenues, portion.counts().revenues());
        portion.works().forEach(this::add);
        portion.rated().forEach(this::add);
        for (CommonsState.Receivable revenue : portion.revenues()) {
            revenues[revenue.number()] = new Revenue(portion.id(), revenue, this::known);
        }
    }

    private void add(CommonsState.Work work) {
        if (works[work.ordinal()] != null) {
            forget(works[work.ordinal()], 0);
        }
        works[work.ordinal()] = contribution(work);
    }

    /** One that is told whole only later is told with these ratings then. */
    private void add(CommonsState.Rated rated) {
        Contribution work = works[rated.ordinal()];
        if (work == null) {
            return;
        }
        if (work.ratings().size() < rated.from()) {
            throw new IllegalArgumentException("Ratings of work %d of commons %s are missing"
                    .formatted(rated.ordinal(), last.id()));
        }
        forget(work, rated.from());
        rated.ratings().forEach(rating -> remember(rating, work));
    }

    private static void forget(Contribution work, int from) {
        for (int place = work.ratings().size() - 1; place >= from; place--) {
            Rating former = work.ratings().get(place);
            former.rater().forget(former);
            work.forget(former.rater());
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
            sources.put(work.ordinal(), work.upstream());
        }
        return contribution;
    }

    private ContributorId known(ContributorId person) {
        ContributorId before = people.putIfAbsent(person, person);
        return before == null ? person : before;
    }

    private void remember(CommonsState.PeerRating rated, Contribution contribution) {
        Rater rater = raters.computeIfAbsent(known(rated.rater()), Rater::new);
        List<ContributorId> authors =
                rated.authors() == null ? contribution.authorIds() : rated.authors();
        Rating rating = Rating.of(rater, rated.points(), rated.level(), rated.influence(), authors);
        rater.remember(rating);
        contribution.remember(rating);
    }

    CommonsId id() {
        return last.id();
    }

    List<Charter> charters() {
        return last.charters();
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
        sources.forEach((work, from) -> works[work].derivesFrom(from.stream()
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
                    "Of commons %s number %d is missing".formatted(last.id(), missing));
        }
    }
}
