package org.commonfold.rating.domain;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What some events name: all that must be known to take them in. */
public record Mentioned(
        Set<CommonsId> commonsIds,
        Set<ContributionId> contributionIds,
        Set<Integer> charterVersions,
        Set<RatingKey> ratings) {

    public static Mentioned in(Collection<LogEvent> events) {
        return new Mentioned(
                all(events, event -> Optional.of(event.commonsId())),
                all(events, LogEvent::contributionId),
                all(events, LogEvent::charterVersion),
                all(events, LogEvent::rating));
    }

    private static <T> Set<T> all(
            Collection<LogEvent> events, Function<LogEvent, Optional<T>> part) {
        return events.stream().map(part).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
