package org.commonfold.payout.transparency.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.fold.domain.Posting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Either a debit or a credit. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PostingView(
        @Schema(examples = "contributor:ada:accrued") String account,
        @Schema(description = "Absent on a credit") String debit,

        @Schema(examples = "95.000000", description = "Absent on a debit")
        String credit) {

    static PostingView of(Posting posting) {
        long micros = posting.micros();
        return new PostingView(
                posting.account().name(),
                micros > 0 ? Money.decimal(micros) : null,
                micros < 0 ? Money.decimal(-micros) : null);
    }
}
