package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.LogEvent;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps up with the log: which commons there are, and what was published in them. */
@ApplicationScoped
public class FollowLog {

    private final Commonses commonses;
    private final Contributions contributions;

    FollowLog(Commonses commonses, Contributions contributions) {
        this.commonses = commonses;
        this.contributions = contributions;
    }

    /**
     * Writes what events tell, in the surrounding transaction. What was published before its
     * commons was founded is skipped: the fold rejects it, so nobody may name it.
     *
     * @return how many were skipped
     */
    public Uni<Integer> follow(List<LogEvent> events) {
        Set<CommonsId> mentioned = new HashSet<>();
        events.forEach(event -> mentioned.add(event.commonsId()));
        return commonses.known(mentioned).chain(known -> follow(events, known));
    }

    private Uni<Integer> follow(List<LogEvent> events, Set<CommonsId> known) {
        Set<CommonsId> founded = new LinkedHashSet<>();
        Set<LogEvent.Published> published = new LinkedHashSet<>();
        int skipped = 0;
        for (LogEvent event : events) {
            boolean isKnown = known.contains(event.commonsId());
            if (event instanceof LogEvent.Founded && !isKnown) {
                founded.add(event.commonsId());
            } else if (event instanceof LogEvent.Published one) {
                if (isKnown || founded.contains(one.commonsId())) {
                    published.add(one);
                } else {
                    skipped++;
                }
            }
        }
        return commonses
                .add(founded)
                .chain(() -> contributions.add(published))
                .replaceWith(skipped);
    }
}
