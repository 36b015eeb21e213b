package org.commonfold.payout.fold.application;

import org.commonfold.payout.fold.domain.Entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry as it is written into the ledger.
 *
 * @param id the same whenever the same event is folded
 * @param place of the event that made it; null when no event of commons.log did
 * @param payoutId the payout it is about, or null
 * @param bookedAt as the log has it, so that whoever folds it again finds the same
 */
public record BookedEntry(UUID id, Entry entry, LogPlace place, UUID payoutId, Instant bookedAt) {

    /**
     * An event makes at most one entry, so the entry is named after it (RFC 9562, version 3).
     *
     * @param time of the record
     */
    public static BookedEntry of(Entry entry, String eventId, LogPlace place, Instant time) {
        String name = entry.commonsId() + "/" + eventId;
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new BookedEntry(id, entry, place, null, time);
    }

    /**
     * @param id the same whenever the same is said of the payout
     * @param time that its event tells
     */
    public static BookedEntry ofPayout(UUID id, Entry entry, UUID payoutId, Instant time) {
        return new BookedEntry(id, entry, null, payoutId, time);
    }
}
