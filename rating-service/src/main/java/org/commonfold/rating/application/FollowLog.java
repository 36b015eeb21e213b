package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.domain.LogEvent;
import org.commonfold.rating.domain.LogPicture;
import org.commonfold.rating.domain.Mentioned;
import org.commonfold.rating.domain.Unusable;

import java.util.ArrayList;
import java.util.List;

/** Keeps up with the log: which charters, contributions, members and current ratings there are. */
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
        return pictures.load(Mentioned.in(events)).chain(picture -> {
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
