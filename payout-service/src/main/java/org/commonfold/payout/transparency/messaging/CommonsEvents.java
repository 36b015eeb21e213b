package org.commonfold.payout.transparency.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.kit.eventstore.CloudEvents;
import org.commonfold.kit.eventstore.RecordHeaders;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.messaging.CommonsLogReader;
import org.commonfold.payout.fold.messaging.Reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the events of one commons among the records of its partition, each once, as the fold found
 * them. That a revenue was declared before, perhaps to another commons, is known to the ledger: a
 * declaration counts when it made an entry.
 */
final class CommonsEvents {

    private final CommonsLogReader reader = new CommonsLogReader();
    private final String key;
    private final byte[] keyBytes;
    private final Set<String> seen = new HashSet<>();

    CommonsEvents(CommonsId commonsId) {
        this.key = commonsId.value();
        this.keyBytes = key.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The event of the next record in order, if it is one to fold.
     *
     * @param declarations the offsets of all declarations that made an entry
     */
    Optional<CommonsEvent> next(ConsumerRecord<byte[], byte[]> record, Set<Long> declarations) {
        if (!Arrays.equals(record.key(), keyBytes)) {
            return Optional.empty();
        }
        RecordHeaders headers = RecordHeaders.of(record.headers());
        String id = headers.last(CloudEvents.ID).orElse(null);
        if (id != null && !seen.add(id)) {
            return Optional.empty();
        }
        return event(record)
                .filter(event -> !(event instanceof CommonsEvent.RevenueDeclared)
                        || declarations.contains(record.offset()));
    }

    /** What a record says, whether it is to be folded or not. */
    Optional<CommonsEvent> event(ConsumerRecord<byte[], byte[]> record) {
        RecordHeaders headers = RecordHeaders.of(record.headers());
        Reading reading = reader.read(
                headers.last(CloudEvents.TYPE).orElse(null),
                headers.last(CloudEvents.ID).orElse(null),
                key,
                record.value());
        return reading instanceof Reading.Event event
                ? Optional.of(event.event())
                : Optional.empty();
    }

    /** How many events were seen. */
    int count() {
        return seen.size();
    }
}
