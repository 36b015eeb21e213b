package org.commonfold.rating.messaging;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.rating.application.CommonsLog;
import org.commonfold.rating.domain.Invitation;
import org.commonfold.rating.domain.RatingEvent;

import java.util.List;

/** Writes our events to the outbox: each domain event as the wire record of its version. */
@ApplicationScoped
class OutboxCommonsLog implements CommonsLog {

    private static final String TOPIC = "commons.log";

    private final EventStore events;

    OutboxCommonsLog(EventStore events) {
        this.events = events;
    }

    @Override
    public Uni<Void> record(RatingEvent event, long eventCount) {
        String stream = "rating/" + event.ratingId();
        return events.append(stream, eventCount, List.of(newEvent(event)));
    }

    /** A stream of one event: nobody is invited twice. */
    @Override
    public Uni<Void> record(Invitation invitation) {
        String stream = "invitation/" + invitation.commonsId() + "/"
                + invitation.raterId().value();
        return events.append(stream, 0, List.of(newEvent(invitation)));
    }

    /** The aggregate it is about is the commons, which has one rater more. */
    static NewEvent newEvent(Invitation invitation) {
        String key = invitation.commonsId().toString();
        return new NewEvent(TOPIC, key, RaterInvitedV1.TYPE, key, RaterInvitedV1.of(invitation));
    }

    static NewEvent newEvent(RatingEvent event) {
        if (event instanceof RatingEvent.Rated rated) {
            return about(event, PeerRatedV1.TYPE, PeerRatedV1.of(rated.rating()));
        }
        if (event instanceof RatingEvent.Retracted retracted) {
            return about(event, RatingRetractedV1.TYPE, RatingRetractedV1.of(retracted));
        }
        throw new IllegalArgumentException("No wire record for " + event);
    }

    private static NewEvent about(RatingEvent event, String type, Object data) {
        String key = event.commonsId().toString();
        return new NewEvent(TOPIC, key, type, event.ratingId().toString(), data);
    }
}
