package org.commonfold.payout.transparency.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.transparency.domain.LedgerEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * @param items its postings: a page of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        @Schema(examples = EntryView.ID) UUID entryId,
        @Schema(examples = "distribution") String kind,
        @Schema(examples = EntryView.COMMONS) String commonsId,
        @Schema(examples = EntryView.REVENUE) String revenueId,

        @Schema(description = "Of an entry about a payout, instead of revenueId")
        UUID payoutId,

        @Schema(examples = "EUR") String currency,
        PlaceView place,
        Instant bookedAt,
        List<PostingView> items,
        String next) {

    static final String ID = "5f3ba63c-7f6b-3a7e-9b1f-0d3c5ce2a111";
    static final String COMMONS = "0198c0de-0000-7000-8000-000000000001";
    static final String REVENUE = "0198c0de-0000-7000-8000-0000000000e1";

    static EntryView of(LedgerEntry entry, List<PostingView> items, String next) {
        return new EntryView(
                entry.id(),
                entry.kind(),
                entry.commonsId().value(),
                entry.revenueId() == null ? null : entry.revenueId().value(),
                entry.payoutId(),
                entry.currency(),
                PlaceView.of(entry.place()),
                entry.bookedAt(),
                items,
                next);
    }
}
