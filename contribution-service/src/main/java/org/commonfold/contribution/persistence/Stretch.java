package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.application.Library;
import org.commonfold.contribution.application.Library.Found;
import org.commonfold.contribution.application.Library.Place;
import org.commonfold.contribution.domain.CommonsId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A search in the stretch of works that a place is in, from that place on. */
record Stretch(Mutiny.StatelessSession session, CommonsId commonsId, String words, Place place) {

    /** A row of {@link ContributionRow#MATCH}. */
    private record Match(ContributionRow row, int rank, UUID newest, UUID beyond) {

        static Match of(Object[] columns) {
            return new Match(
                    (ContributionRow) columns[0], (Integer) columns[1], (UUID) columns[2], (UUID)
                            columns[3]);
        }
    }

    Uni<Found> search(Library.Filter filter, int countMax) {
        return session.createNativeQuery(WebSearch.QUERY, String.class)
                .setParameter("words", words)
                .getSingleResult()
                .map(WebSearch::new)
                .chain(search -> search.isEmpty()
                        ? Uni.createFrom().item(new Found(List.of(), Optional.empty()))
                        : fewest(Candidates.of(search, filter))
                                .chain(candidates -> search(candidates, filter, countMax)));
    }

    /** The first of equals. */
    private Uni<Candidates> fewest(List<Candidates> ways) {
        return ways.size() == 1
                ? Uni.createFrom().item(ways.get(0))
                : query(Search.sizes(ways), Object[].class)
                        .getSingleResult()
                        .map(sizes -> ways.get(leastOf(sizes)));
    }

    private static int leastOf(Object[] sizes) {
        int least = 0;
        for (int i = 1; i < sizes.length; i++) {
            if ((Long) sizes[i] < (Long) sizes[least]) {
                least = i;
            }
        }
        return least;
    }

    private Uni<Found> search(Candidates candidates, Library.Filter filter, int countMax) {
        Search search = Search.ranked(candidates, filter);
        return bound(
                        search,
                        session.createNativeQuery(
                                search.sql(),
                                session.getResultSetMapping(Object[].class, ContributionRow.MATCH)))
                .setParameter("words", words)
                .setParameter("rankedMax", Library.RANKED_MAX)
                .setParameter("rank", place.rank())
                .setParameter("after", place.id())
                .setParameter("countMax", countMax + 1)
                .getResultList()
                .map(rows -> rows.stream().map(Match::of).toList())
                .chain(matches -> matches.size() > countMax
                        ? Uni.createFrom().item(found(matches.subList(0, countMax)))
                        : nextStretch(candidates, matches).map(next -> found(matches, next)));
    }

    /** With more in this very stretch. */
    private Found found(List<Match> matches) {
        Match last = matches.get(matches.size() - 1);
        UUID end = end(matches).orElse(Place.NONE);
        return found(
                matches,
                Optional.of(new Place(last.newest(), end, last.rank(), last.row().contributionId)));
    }

    private static Found found(List<Match> matches, Optional<Place> next) {
        return new Found(
                matches.stream()
                        .map(match -> PostgresContributions.contribution(match.row()))
                        .toList(),
                next);
    }

    /** Where the stretch ends, unless only its candidates do. */
    private Optional<UUID> end(List<Match> matches) {
        return place.end().equals(Place.NONE)
                ? matches.stream().findFirst().map(Match::beyond)
                : Optional.of(place.end());
    }

    private Uni<Optional<Place>> nextStretch(Candidates candidates, List<Match> matches) {
        Optional<UUID> end = end(matches);
        return end.isPresent()
                ? Uni.createFrom().item(end.map(Place::from))
                : query(Search.beyond(candidates), UUID.class)
                        .getSingleResultOrNull()
                        .map(beyond -> Optional.ofNullable(beyond).map(Place::from));
    }

    private <T> Mutiny.SelectionQuery<T> query(Search search, Class<T> result) {
        return bound(search, session.createNativeQuery(search.sql(), result));
    }

    private <T> Mutiny.SelectionQuery<T> bound(Search search, Mutiny.SelectionQuery<T> query) {
        return search.setIn(query)
                .setParameter("commonsId", commonsId.value())
                .setParameter("newest", place.newest())
                .setParameter("end", place.end())
                .setParameter("candidatesMax", Library.CANDIDATES_MAX);
    }
}
