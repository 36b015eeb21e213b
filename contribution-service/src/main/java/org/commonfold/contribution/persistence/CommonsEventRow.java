package org.commonfold.contribution.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.commonfold.contribution.application.PublicEvent;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.LogPlace;

import java.util.UUID;

@Entity
@Table(name = "commons_event")
@IdClass(CommonsEventRow.Key.class)
class CommonsEventRow {

    record Key(UUID commonsId, long logOffset, int logPartition) {}

    @Id
    @Column(name = "commons_id")
    UUID commonsId;

    @Id
    @Column(name = "log_offset")
    long logOffset;

    @Id
    @Column(name = "log_partition")
    int logPartition;

    @Column(name = "event_id")
    String eventId;

    String type;
    String subject;

    @Column(name = "occurred_at")
    String occurredAt;

    String data;

    static CommonsEventRow of(PublicEvent event) {
        CommonsEventRow row = new CommonsEventRow();
        row.commonsId = event.commonsId().value();
        row.logOffset = event.place().offset();
        row.logPartition = event.place().partition();
        row.eventId = event.eventId();
        row.type = event.type();
        row.subject = event.subject();
        row.occurredAt = event.occurredAt();
        row.data = event.data();
        return row;
    }

    LogPlace place() {
        return new LogPlace(logPartition, logOffset);
    }

    PublicEvent toEvent() {
        return new PublicEvent(
                new CommonsId(commonsId), place(), eventId, type, subject, occurredAt, data);
    }
}
