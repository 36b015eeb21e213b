package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Why a payout is as large as it is, and what it draws on.
 *
 * @param owner whose, such as {@code contributor:ada}
 * @param available micros over all commons when the run was prepared; null where that was not kept
 * @param unit micros of the currency's minor unit
 * @param micros {@code floor(available / unit) · unit}, at most what one transfer takes
 * @param draws by commons, in the order in which they are drawn on
 * @param returnReason why it came back, the bank's own code if it gave one; null while it has not
 */
public record PayoutExplanation(
        UUID payoutId,
        String owner,
        Run run,
        Long available,
        long unit,
        long micros,
        List<Draw> draws,
        String returnReason) {

    private static final Map<String, Set<String>> MOVES = Map.of(
            "reservation", Set.of("available to reserved"),
            "payment", Set.of("reserved to paid"),
            "return", Set.of("reserved to available", "paid to available"));

    /**
     * Of which it is part.
     *
     * @param minimum micros: who had less was not paid yet
     */
    public record Run(UUID id, long minimum, LocalDate executionDate) {}

    /**
     * What one commons gives: all it has, or what is still missing.
     *
     * @param available micros just before
     * @param missing micros that earlier ones had not given
     */
    public record Draw(CommonsId commonsId, long available, long missing, long micros) {}

    public PayoutExplanation {
        draws = List.copyOf(draws);
    }

    /**
     * That it is what an entry of it has booked.
     *
     * @param postings all of the entry
     * @throws DoesNotAddUp when it is not
     */
    public void requireBooked(LedgerEntry entry, List<Posting> postings) {
        long drawn = 0;
        long ofCommons = 0;
        boolean isEachAllThereIs = true;
        for (Draw draw : draws) {
            drawn = Math.addExact(drawn, draw.micros());
            isEachAllThereIs &= draw.micros() == Math.min(draw.available(), draw.missing());
            ofCommons += draw.commonsId().equals(entry.commonsId()) ? draw.micros() : 0;
        }
        if (drawn != micros || !isEachAllThereIs || !isMoved(ofCommons, entry, postings)) {
            throw new DoesNotAddUp(entry.id(), this, postings);
        }
    }

    private boolean isMoved(long drawn, LedgerEntry entry, List<Posting> postings) {
        return postings.size() == 2
                && isOf(postings.get(0), drawn)
                && isOf(postings.get(1), -drawn)
                && MOVES.getOrDefault(entry.kind(), Set.of())
                        .contains(postings.get(0).account().kind() + " to "
                                + postings.get(1).account().kind());
    }

    private boolean isOf(Posting posting, long debit) {
        return posting.account().owner().equals(owner) && posting.micros() == debit;
    }
}
