package org.commonfold.contribution.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.FollowRatings;
import org.commonfold.contribution.application.PublicEvent;
import org.commonfold.contribution.application.PublicEvents;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.LogPlace;
import org.commonfold.contribution.domain.PeerRating;
import org.commonfold.kit.eventstore.CloudEvents;
import org.commonfold.kit.projection.Checkpoint;
import org.commonfold.kit.projection.LogProjection;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.kit.projection.PartitionFold;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads back from the log what this service wrote there: only the log tells the order of all events
 * of a commons, and from which place on each applies. Of what others wrote only ratings are used.
 */
@ApplicationScoped
class CommonsLogProjection implements LogProjection {

    private static final Set<String> OURS = Set.of(
            CommonsFoundedV1.TYPE,
            CharterAmendedV1.TYPE,
            ContributionPublishedV1.TYPE,
            ContributionRevisedV1.TYPE,
            AuthorsReapportionedV1.TYPE,
            ContributionWithdrawnV1.TYPE,
            "NeedOpened.v1",
            "NeedTakenUp.v1",
            "NeedClosed.v1");

    private final PublicEvents events;
    private final FollowRatings followRatings;
    private final ObjectMapper json;

    CommonsLogProjection(PublicEvents events, FollowRatings followRatings, ObjectMapper json) {
        this.events = events;
        this.followRatings = followRatings;
        this.json = json;
    }

    /** Nothing is kept in memory: any process can go on from the checkpoint. */
    @Override
    public PartitionFold assigned(int partition, Checkpoint checkpoint) {
        return this::fold;
    }

    private Uni<Void> fold(List<LogRecord> records) {
        List<PublicEvent> ours = records.stream()
                .map(this::publicEvent)
                .flatMap(Optional::stream)
                .toList();
        List<PeerRating> ratings = records.stream()
                .map(RatingRecords::read)
                .flatMap(Optional::stream)
                .toList();
        return Uni.createFrom()
                .deferred(() -> ours.isEmpty() ? nothing() : events.add(ours))
                .chain(() -> ratings.isEmpty() ? nothing() : followRatings.follow(ratings));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private Optional<PublicEvent> publicEvent(LogRecord record) {
        String type = record.eventType();
        if (type == null || !type.startsWith(CloudEvents.TYPE_PREFIX) || record.eventId() == null) {
            return Optional.empty();
        }
        String name = type.substring(CloudEvents.TYPE_PREFIX.length());
        return OURS.contains(name)
                ? commonsId(record.keyText())
                        .flatMap(id -> data(record).map(data -> event(id, record, name, data)))
                : Optional.empty();
    }

    /**
     * A record of one of our types that someone else wrote may hold anything. Parsed is what is
     * stored: of bytes, Jackson would guess the encoding, and JSON in UTF-16 holds NULs.
     */
    private Optional<String> data(LogRecord record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            CharBuffer text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record.value()));
            return Optional.of(text.toString())
                    .filter(data -> data.indexOf('\0') < 0 && isObject(data));
        } catch (CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isObject(String data) {
        try {
            return json.readTree(data).isObject();
        } catch (JsonProcessingException unreadable) {
            return false;
        }
    }

    private static PublicEvent event(
            CommonsId commonsId, LogRecord record, String type, String data) {
        return new PublicEvent(
                commonsId,
                new LogPlace(record.partition(), record.offset()),
                storable(record.eventId()),
                type,
                storable(record.headers().last(CloudEvents.SUBJECT).orElse("")),
                storable(record.headers().last(CloudEvents.TIME).orElse("")),
                data);
    }

    /** PostgreSQL's text holds every character but one. */
    private static String storable(String header) {
        return header.replace("\0", "");
    }

    /** As we write it: in another form it would lie in another partition, in no order with ours. */
    private static Optional<CommonsId> commonsId(String key) {
        try {
            return Optional.ofNullable(key)
                    .map(UUID::fromString)
                    .map(CommonsId::new)
                    .filter(id -> id.toString().equals(key));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
