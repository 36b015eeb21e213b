package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.LogEvent;
import org.commonfold.rating.domain.LogPicture;
import org.commonfold.rating.domain.Unusable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps up with the log: which charters, contributions and members there are. */
@ApplicationScoped
public class FollowLog {

    private final LogPictures pictures;

    FollowLog(LogPictures pictures) {
        this.pictures = pictures;
    }

    /**
     * Writes what events tell, in the surrounding transaction.
     *
     * @return why some of them were skipped
     */
    public Uni<List<Unusable>> follow(List<LogEvent> events) {
        Set<CommonsId> commonsIds =
                events.stream().map(LogEvent::commonsId).collect(Collectors.toSet());
        Set<ContributionId> contributionIds = events.stream()
                .map(LogEvent::contributionId)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return pictures.load(commonsIds, contributionIds).chain(picture -> {
            List<Unusable> skipped = addAll(events, picture);
            return pictures.save(picture).replaceWith(skipped);
        });
    }

    private static List<Unusable> addAll(List<LogEvent> events, LogPicture picture) {
        List<Unusable> skipped = new ArrayList<>();
        for (LogEvent event : events) {
            event.addTo(picture).ifPresent(skipped::add);
        }
        return skipped;
    }
}
