package org.commonfold.revenue.application;

import static org.commonfold.revenue.domain.Rejection.UNKNOWN_REVENUE;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Money;
import org.commonfold.revenue.domain.Receipt;
import org.commonfold.revenue.domain.ReceiptId;
import org.commonfold.revenue.domain.Receiving;
import org.commonfold.revenue.domain.Revenue;
import org.commonfold.revenue.domain.RevenueEvent;
import org.commonfold.revenue.domain.RevenueId;

import java.time.Clock;
import java.util.Optional;

/** Confirms that all or a part of a revenue has arrived. */
@ApplicationScoped
public class ReceiveRevenue {

    private final Receiving receiving = new Receiving();
    private final Revenues revenues;
    private final Receipts receipts;
    private final CommonsLog log;
    private final Ids ids;
    private final Clock clock;

    ReceiveRevenue(Revenues revenues, Receipts receipts, CommonsLog log, Ids ids, Clock clock) {
        this.revenues = revenues;
        this.receipts = receipts;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** A reference used before, for the same amount, gives the receipt of then. */
    public Uni<Decision<Outcome<Receipt>>> receive(RevenueId id, Money amount, String reference) {
        ReceiptId receiptId = new ReceiptId(ids.next());
        Receipt proposed = new Receipt(receiptId, id, amount, reference, clock.instant());
        return revenues.findForChange(id)
                .chain(found -> found.map(revenue -> receive(revenue, proposed))
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_REVENUE))));
    }

    private Uni<Decision<Outcome<Receipt>>> receive(Revenue revenue, Receipt proposed) {
        return receipts.findByReference(revenue.id(), proposed.reference())
                .chain(former -> receiving
                        .decide(revenue, proposed, former)
                        .fold(
                                received -> record(revenue, received),
                                () -> before(former),
                                reason -> Uni.createFrom().item(Decision.reject(reason))));
    }

    private Uni<Decision<Outcome<Receipt>>> record(
            Revenue revenue, RevenueEvent.Received received) {
        return receipts.add(received.receipt())
                .chain(() -> revenues.update(received.applyTo(revenue)))
                .chain(() -> log.record(received, revenue.eventCount()))
                .replaceWith(Decision.accept(Outcome.recordedNow(received.receipt())));
    }

    private static Uni<Decision<Outcome<Receipt>>> before(Optional<Receipt> former) {
        return Uni.createFrom().item(Decision.accept(Outcome.recordedBefore(former.orElseThrow())));
    }
}
