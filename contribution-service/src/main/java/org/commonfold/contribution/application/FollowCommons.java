package org.commonfold.contribution.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.CommonsId;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Follows the events of one commons, live. */
@ApplicationScoped
public class FollowCommons {

    private static final int BATCH_MAX = 500;

    private final PublicEvents events;

    FollowCommons(PublicEvents events) {
        this.events = events;
    }

    /**
     * All events after an offset, each once, in the order of the log, and then those to come.
     *
     * @param after the last offset that is known already; absent: only those to come
     */
    public Multi<PublicEvent> follow(CommonsId commonsId, OptionalLong after) {
        Uni<Long> start = after.isPresent()
                ? Uni.createFrom().item(after.getAsLong())
                : events.lastOffset(commonsId).map(last -> last.orElse(-1));
        return start.onItem().transformToMulti(offset -> from(commonsId, offset));
    }

    private Multi<PublicEvent> from(CommonsId commonsId, long offset) {
        AtomicLong known = new AtomicLong(offset);
        // The news before the first look: what comes while that one looks is told of.
        return Multi.createBy()
                .merging()
                .streams(events.news(commonsId), Multi.createFrom().item(commonsId))
                .onOverflow()
                .dropPreviousItems()
                .onItem()
                .transformToMultiAndConcatenate(any -> newSince(commonsId, known));
    }

    /** Batch after batch, until there is none. */
    private Multi<PublicEvent> newSince(CommonsId commonsId, AtomicLong known) {
        return Multi.createBy()
                .repeating()
                .uni(() -> events.after(commonsId, known.get(), BATCH_MAX)
                        .invoke(batch ->
                                batch.forEach(event -> known.set(event.place().offset()))))
                .whilst(batch -> batch.size() == BATCH_MAX)
                .onItem()
                .transformToIterable(batch -> batch);
    }
}
