package org.commonfold.payout.transparency.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Distribution;
import org.commonfold.payout.fold.domain.Usage;
import org.commonfold.payout.transparency.domain.LedgerEntry;

import java.util.List;
import java.util.Optional;

/** What a revenue would pay if it were declared now, by the very code that would distribute it. */
@ApplicationScoped
public class PreviewRevenue {

    private final PastCommons past;

    PreviewRevenue(PastCommons past) {
        this.past = past;
    }

    /**
     * What would be declared.
     *
     * @param charter as if it were adopted just before; the one in force when empty
     */
    public record Hypothesis(long micros, List<Usage> usage, Optional<Charter> charter) {}

    /**
     * What it would pay.
     *
     * @param place in the log, up to which this is so
     * @param charterVersion in force there
     */
    public record Preview(LedgerEntry.Place place, int charterVersion, Distribution distribution) {}

    /** Empty when the commons has not been read from the log. */
    public Uni<Optional<Preview>> preview(CommonsId commonsId, Hypothesis hypothesis) {
        return past.now(commonsId, (commons, place) -> preview(commons, place, hypothesis));
    }

    private static Preview preview(
            CommonsFold commons, LedgerEntry.Place place, Hypothesis hypothesis) {
        Charter charter = hypothesis.charter().orElseGet(commons::charterInForce);
        Distribution distribution =
                commons.distribute(hypothesis.micros(), hypothesis.usage(), charter);
        return new Preview(place, commons.charterVersion(), distribution);
    }
}
