package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

import org.commonfold.contribution.application.Library;
import org.commonfold.contribution.application.Library.Found;
import org.commonfold.contribution.application.Library.Place;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.Contribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A search in the stretch of works that a place is in, from that place on. */
record Stretch(Pool pool, CommonsId commonsId, String words, Place place) {

    private record Match(Contribution contribution, int rank, UUID newest, UUID beyond) {

        static Match of(Row row) {
            return new Match(
                    PostgresContributions.contribution(ContributionRow.of(row)),
                    row.getInteger("rank"),
                    row.getUUID("newest"),
                    row.getUUID("beyond"));
        }
    }

    Uni<Found> search(Library.Filter filter, int countMax) {
        return Search.asRead()
                .ask(pool, Map.of("words", words))
                .map(rows -> new WebSearch(rows.iterator().next().getString(0)))
                .chain(search -> search.isEmpty()
                        ? Uni.createFrom().item(new Found(List.of(), Optional.empty()))
                        : search(search, filter, countMax));
    }

    private Uni<Found> search(WebSearch search, Library.Filter filter, int countMax) {
        List<Candidates> ways = Candidates.of(search, filter);
        Map<String, Object> ranked = Map.of(
                "query",
                search.tsquery(),
                "rankedMax",
                Library.RANKED_MAX,
                "rank",
                place.rank(),
                "after",
                place.id(),
                "countMax",
                countMax + 1);
        return ask(Search.ranked(ways, filter), ranked)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Match::of)
                        .toList())
                .chain(matches -> matches.size() > countMax
                        ? Uni.createFrom().item(found(matches.subList(0, countMax)))
                        : nextStretch(ways, matches).map(next -> found(matches, next)));
    }

    /** With more in this very stretch. */
    private Found found(List<Match> matches) {
        Match last = matches.get(matches.size() - 1);
        UUID end = end(matches).orElse(Place.NONE);
        return found(
                matches,
                Optional.of(new Place(
                        last.newest(),
                        end,
                        last.rank(),
                        last.contribution().id().value())));
    }

    private static Found found(List<Match> matches, Optional<Place> next) {
        return new Found(matches.stream().map(Match::contribution).toList(), next);
    }

    /** Where the stretch ends, unless only its candidates do. */
    private Optional<UUID> end(List<Match> matches) {
        return place.end().equals(Place.NONE)
                ? matches.stream().findFirst().map(Match::beyond)
                : Optional.of(place.end());
    }

    private Uni<Optional<Place>> nextStretch(List<Candidates> ways, List<Match> matches) {
        Optional<UUID> end = end(matches);
        return end.isPresent()
                ? Uni.createFrom().item(end.map(Place::from))
                : ask(Search.beyond(ways), Map.of())
                        .map(rows -> Optional.ofNullable(rows.iterator().next().getUUID(0))
                                .map(Place::from));
    }

    private Uni<RowSet<Row>> ask(Search search, Map<String, Object> others) {
        Map<String, Object> values = new HashMap<>(others);
        values.put("commonsId", commonsId.value());
        values.put("newest", place.newest());
        values.put("end", place.end());
        values.put("candidatesMax", Library.CANDIDATES_MAX);
        return search.ask(pool, values);
    }
}
