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

    private CommonsId id;
    private List<Charter> charters;
    private CommonsState.Turn turn;
    /** By place in the order of publication; null until it is told whole. */
    private Contribution[] works = {};
    /** By place in the order of declaration. */
    private Revenue[] revenues = {};
    /** What works derive from, by their place: it may be told after them. */
    private final Map<Integer, List<CommonsState.Source>> sources = new HashMap<>();

    private final Map<ContributorId, Rater> raters = new HashMap<>();
    /** One object for one person: each portion names them anew. */
    private final Map<ContributorId, ContributorId> people = new HashMap<>();
    /** Authors that a work had, the same for its ratings of that time. */
    private List<ContributorId> formerAuthors = List.of();

    /**
     * Takes the next portion.
     *
     * @throws IllegalArgumentException when it does not go on from those before
     * @throws IndexOutOfBoundsException when it tells of more than it says there is
     */
    public void add(CommonsState portion) {
        id = portion.id();
        charters = portion.charters();
        turn = portion.turn();
        require(portion.counts().works() >= works.length, "works");
        works = Arrays.copyOf(works, portion.counts().works());
        require(portion.counts().revenues() >= revenues.length, "revenues");
        revenues = Arrays.copyOf(revenues, portion.counts().revenues());
        portion.works().forEach(this::add);
        portion.rated().forEach(this::add);
        for (CommonsState.Receivable revenue : portion.revenues()) {
            revenues[revenue.number()] = new Revenue(id, revenue, this::known);
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
        require(rated.from() <= work.ratings().size(), "ratings");
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
                rated.authors() == null ? contribution.authorIds() : former(rated.authors());
        Rating rating = Rating.of(rater, rated.points(), rated.level(), rated.influence(), authors);
        rater.remember(rating);
        contribution.remember(rating);
    }

    private List<ContributorId> former(List<ContributorId> authors) {
        if (!formerAuthors.equals(authors)) {
            formerAuthors = authors.stream().map(this::known).toList();
        }
        return formerAuthors;
    }

    CommonsId id() {
        return id;
    }

    List<Charter> charters() {
        return charters;
    }

    /** Up to where the rest has been told since the last turn began. */
    CommonsState.Turn turn() {
        return turn;
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
        require(!Arrays.asList(works).contains(null), "works");
        for (Contribution work : works) {
            work.tell();
        }
        sources.forEach((work, from) -> works[work].derivesFrom(from.stream()
                .map(source ->
                        new Contribution.Upstream(works[source.ordinal()], source.basisPoints()))
                .toList()));
        return Arrays.asList(works);
    }

    /** In the order of declaration; as {@link #contributions}. */
    List<Revenue> revenues() {
        require(!Arrays.asList(revenues).contains(null), "revenues");
        return Arrays.asList(revenues);
    }

    private void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("Of commons %s %s are missing".formatted(id, what));
        }
    }
}
