package org.commonfold.payout.transparency.rest;

import org.commonfold.payout.transparency.domain.LedgerEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place in commons.log. */
record PlaceView(
        @Schema(examples = "3") int partition,
        @Schema(examples = "42") long offset) {

    static PlaceView of(LedgerEntry.Place place) {
        return place == null ? null : new PlaceView(place.partition(), place.offset());
    }
}
