package org.commonfold.payout.transparency.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.payment.domain.MinorUnits;
import org.commonfold.payout.transparency.application.PayoutWorkings;
import org.commonfold.payout.transparency.domain.LedgerEntry;
import org.commonfold.payout.transparency.domain.PayoutExplanation;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PostgresPayoutWorkings implements PayoutWorkings {

    private static final String PAYOUT = """
            select 'contributor:' || contributor_id, run_id, minimum_micros, execution_date,
                   available_micros, micros,
                   case when :kind = 'return' then coalesce(reason, 'cancelled') end
              from payout join payout_run using (run_id) where payout_id = :id""";

    /** What each commons had is what its chain had come to when the payout was reserved. */
    private static final String DRAWS = """
            select draw.commons_id, draw.micros, (
                   select cast(-sum(posting.micros) as bigint)
                     from posting
                     join entry using (commons_id, entry_id)
                     join chain using (commons_id, entry_id)
                    where posting.commons_id = draw.commons_id
                      and posting.owner = 'contributor:' || payout.contributor_id
                      and posting.kind = 'available'
                      and entry.currency = reservation.currency
                      and chain.sequence < link.sequence)
              from payout_draw draw
              join payout using (payout_id)
              join entry reservation on reservation.payout_id = draw.payout_id
                                    and reservation.commons_id = draw.commons_id
                                    and reservation.kind = 'reservation'
              join chain link on link.commons_id = reservation.commons_id
                             and link.entry_id = reservation.entry_id
             where draw.payout_id = :id order by draw.commons_id""";

    private final Mutiny.SessionFactory sessions;

    PostgresPayoutWorkings(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<PayoutExplanation> of(LedgerEntry entry) {
        return sessions.withSession(session -> session.createNativeQuery(PAYOUT, Tuple.class)
                .setParameter("id", entry.payoutId())
                .setParameter("kind", entry.kind())
                .getSingleResult()
                .chain(payout -> session.createNativeQuery(DRAWS, Tuple.class)
                        .setParameter("id", entry.payoutId())
                        .getResultList()
                        .map(draws -> explanation(entry, payout, draws))));
    }

    private static PayoutExplanation explanation(
            LedgerEntry entry, Tuple payout, List<Tuple> draws) {
        long micros = payout.get(5, Long.class);
        return new PayoutExplanation(
                entry.payoutId(),
                payout.get(0, String.class),
                new PayoutExplanation.Run(
                        payout.get(1, UUID.class),
                        payout.get(2, Long.class),
                        payout.get(3, LocalDate.class)),
                payout.get(4, Long.class),
                MinorUnits.microsOf(Currency.getInstance(entry.currency())),
                micros,
                draws(draws, micros),
                payout.get(6, String.class));
    }

    private static List<PayoutExplanation.Draw> draws(List<Tuple> rows, long micros) {
        List<PayoutExplanation.Draw> draws = new ArrayList<>();
        long missing = micros;
        for (Tuple row : rows) {
            long drawn = row.get(1, Long.class);
            draws.add(new PayoutExplanation.Draw(
                    new CommonsId(row.get(0, String.class)),
                    row.get(2, Long.class),
                    missing,
                    drawn));
            missing -= drawn;
        }
        return draws;
    }
}
