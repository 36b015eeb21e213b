package org.commonfold.contribution.messaging;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.CommonsLog;
import org.commonfold.contribution.domain.CommonsEvent;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.ContributionEvent;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.NeedEvent;
import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.NewEvent;

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
    public Uni<Void> record(CommonsEvent event) {
        CommonsId id = event.commonsId();
        int before = event.commons().charterVersion() - 1;
        return events.append("commons/" + id, before, List.of(newEvent(event)));
    }

    @Override
    public Uni<Void> record(ContributionEvent event, long eventCount) {
        ContributionId id = event.contributionId();
        return events.append("contribution/" + id, eventCount, List.of(newEvent(event)));
    }

    @Override
    public Uni<Void> record(NeedEvent event, long changeCount) {
        return events.append("need/" + event.needId(), changeCount, List.of(newEvent(event)));
    }

    static NewEvent newEvent(CommonsEvent event) {
        String id = event.commonsId().toString();
        if (event instanceof CommonsEvent.Founded founded) {
            CommonsFoundedV1 data = CommonsFoundedV1.of(founded.commons());
            return new NewEvent(TOPIC, id, CommonsFoundedV1.TYPE, id, data);
        }
        if (event instanceof CommonsEvent.Amended amended) {
            CharterAmendedV1 data = CharterAmendedV1.of(amended);
            return new NewEvent(TOPIC, id, CharterAmendedV1.TYPE, id, data);
        }
        throw new IllegalArgumentException("No wire record for " + event);
    }

    static NewEvent newEvent(ContributionEvent event) {
        if (event instanceof ContributionEvent.Published published) {
            Object data = ContributionPublishedV1.of(published.contribution());
            return about(event, ContributionPublishedV1.TYPE, data);
        }
        if (event instanceof ContributionEvent.Revised revised) {
            Object data = ContributionRevisedV1.of(revised);
            return about(event, ContributionRevisedV1.TYPE, data);
        }
        if (event instanceof ContributionEvent.Reapportioned reapportioned) {
            Object data = AuthorsReapportionedV1.of(reapportioned);
            return about(event, AuthorsReapportionedV1.TYPE, data);
        }
        if (event instanceof ContributionEvent.Withdrawn withdrawn) {
            Object data = ContributionWithdrawnV1.of(withdrawn);
            return about(event, ContributionWithdrawnV1.TYPE, data);
        }
        throw new IllegalArgumentException("No wire record for " + event);
    }

    static NewEvent newEvent(NeedEvent event) {
        if (event instanceof NeedEvent.Opened opened) {
            return about(event, NeedOpenedV1.TYPE, NeedOpenedV1.of(opened.need()));
        }
        if (event instanceof NeedEvent.TakenUp takenUp) {
            return about(event, NeedTakenUpV1.TYPE, NeedTakenUpV1.of(takenUp));
        }
        if (event instanceof NeedEvent.Closed closed) {
            return about(event, NeedClosedV1.TYPE, NeedClosedV1.of(closed));
        }
        throw new IllegalArgumentException("No wire record for " + event);
    }

    private static NewEvent about(NeedEvent event, String type, Object data) {
        String key = event.commonsId().toString();
        return new NewEvent(TOPIC, key, type, event.needId().toString(), data);
    }

    private static NewEvent about(ContributionEvent event, String type, Object data) {
        String key = event.commonsId().toString();
        return new NewEvent(TOPIC, key, type, event.contributionId().toString(), data);
    }
}
