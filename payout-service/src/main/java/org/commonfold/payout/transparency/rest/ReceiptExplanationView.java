package org.commonfold.payout.transparency.rest;

import org.commonfold.payout.fold.domain.Release;
import org.commonfold.payout.transparency.domain.ReceiptExplanation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** Why so much of what was credited became available, or was taken back. */
record ReceiptExplanationView(
        @Schema(examples = "100000000") String totalMicros,
        @Schema(examples = "0") String receivedBeforeMicros,

        @Schema(examples = "33330000", description = "0 when the revenue was voided")
        String receivedMicros,

        List<ReleaseView> releases) {

    /** What this entry moves for one owner. */
    record ReleaseView(
            @Schema(examples = "contributor:ada") String owner,
            @Schema(examples = "95000000") String creditMicros,

            @Schema(examples = "floor(95000000 · 33330000 / 100000000) - 0")
            String working,

            @Schema(examples = "31663500") String micros) {}

    static ReceiptExplanationView of(ReceiptExplanation why, List<Release> releases) {
        return new ReceiptExplanationView(
                Long.toString(why.total()),
                Long.toString(why.before()),
                Long.toString(why.part()),
                releases.stream().map(release -> view(why, release)).toList());
    }

    private static ReleaseView view(ReceiptExplanation why, Release release) {
        return new ReleaseView(
                release.owner(),
                Long.toString(release.credit()),
                working(why, release),
                Long.toString(why.micros(release)));
    }

    static String working(ReceiptExplanation why, Release release) {
        return why.takenBack()
                ? "%d - %d".formatted(release.credit(), release.before())
                : "%s - %d"
                        .formatted(
                                Formulas.part(
                                        release.credit(), why.before() + why.part(), why.total()),
                                release.before());
    }
}
