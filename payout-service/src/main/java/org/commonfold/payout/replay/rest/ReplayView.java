package org.commonfold.payout.replay.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.replay.domain.Difference;
import org.commonfold.payout.replay.domain.Findings;
import org.commonfold.payout.replay.domain.Replay;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000d1")
        UUID replayId,

        @Schema(enumeration = {"running", "equal", "different", "failed"})
        String state,

        @Schema(examples = "olga") String startedBy,

        @Schema(type = SchemaType.STRING, examples = "2026-11-23T09:00:00Z")
        Instant startedAt,

        @Schema(type = SchemaType.STRING, examples = "2026-11-23T09:04:00Z")
        Instant endedAt,

        @Schema(description = "Read so far, of both logs", examples = "120000")
        long records,

        @Schema(description = "To be read; what the logs hold no record for is counted too")
        long recordsInAll,

        @Schema(description = "That commons.log leads to, compared", examples = "4200")
        long entries,

        @Schema(description = "That payout.log tells of, compared", examples = "310")
        long payoutEntries,

        @Schema(description = "Compared with their postings", examples = "1900")
        long balances,

        @Schema(examples = "0") long differences,

        @Schema(description = "The first hundred") List<DifferenceView> firstDifferences,

        @Schema(description = "Why it came to no end") String failure) {

    /** As {@link Difference}. */
    record DifferenceView(
            @Schema(examples = "altered-entry") String what,
            @Schema(examples = "commons.log/3/41") String where,
            String expected,
            String found) {}

    static ReplayView of(Replay replay) {
        Findings.Counts counts = replay.counts();
        return new ReplayView(
                replay.id().value(),
                replay.state().text(),
                replay.startedBy(),
                replay.startedAt(),
                replay.endedAt(),
                counts.records(),
                counts.recordsInAll(),
                counts.entries(),
                counts.payoutEntries(),
                counts.balances(),
                counts.differences(),
                replay.differences().stream().map(ReplayView::view).toList(),
                replay.failure());
    }

    private static DifferenceView view(Difference one) {
        return new DifferenceView(one.what(), one.where(), one.expected(), one.found());
    }
}
