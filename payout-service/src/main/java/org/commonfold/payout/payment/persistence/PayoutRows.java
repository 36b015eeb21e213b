package org.commonfold.payout.payment.persistence;

import jakarta.persistence.Tuple;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.payment.domain.Draw;
import org.commonfold.payout.payment.domain.Payout;
import org.commonfold.payout.payment.domain.PayoutId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Payouts and what they draw on, from rows. */
final class PayoutRows {

    private PayoutRows() {}

    static Payout payout(PayoutRow row, List<Draw> draws) {
        return new Payout(
                new PayoutId(row.payoutId),
                new ContributorId(row.contributorId),
                row.micros,
                Payout.State.of(row.state),
                row.reason,
                draws);
    }

    static List<Payout> payouts(List<PayoutRow> rows, Map<UUID, List<Draw>> draws) {
        return rows.stream()
                .map(row -> payout(row, draws.getOrDefault(row.payoutId, List.of())))
                .toList();
    }

    static Payout prepared(Tuple row) {
        return Payout.prepared(
                new PayoutId(row.get(0, UUID.class)),
                new ContributorId(row.get(1, String.class)),
                row.get(2, Long.class));
    }

    static Map<UUID, List<Draw>> drawsByPayout(List<Tuple> rows) {
        Map<UUID, List<Draw>> draws = new HashMap<>();
        for (Tuple row : rows) {
            draws.computeIfAbsent(row.get(0, UUID.class), id -> new ArrayList<>())
                    .add(draw(row));
        }
        return draws;
    }

    static Map<ContributorId, List<Draw>> availableByContributor(List<Tuple> rows) {
        Map<ContributorId, List<Draw>> available = new HashMap<>();
        for (Tuple row : rows) {
            ContributorId id = new ContributorId(row.get(0, String.class));
            available.computeIfAbsent(id, one -> new ArrayList<>()).add(draw(row));
        }
        return available;
    }

    private static Draw draw(Tuple row) {
        return new Draw(new CommonsId(row.get(1, String.class)), row.get(2, Long.class));
    }
}
