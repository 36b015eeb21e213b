package org.commonfold.revenue.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.application.Receipts;
import org.commonfold.revenue.domain.Money;
import org.commonfold.revenue.domain.Receipt;
import org.commonfold.revenue.domain.ReceiptId;
import org.commonfold.revenue.domain.RevenueId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresReceipts implements Receipts {

    private static final String BY_REFERENCE =
            "from ReceiptRow where revenueId = :revenueId and reference = :reference";

    private static final String OF_REVENUE =
            "from ReceiptRow where revenueId = :revenueId order by receivedAt, receiptId";

    private final Mutiny.SessionFactory sessions;

    PostgresReceipts(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Receipt>> findByReference(RevenueId revenueId, String reference) {
        return sessions.withSession(session -> session.createQuery(BY_REFERENCE, ReceiptRow.class)
                        .setParameter("revenueId", revenueId.value())
                        .setParameter("reference", reference)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(PostgresReceipts::receipt));
    }

    @Override
    public Uni<List<Receipt>> of(RevenueId revenueId) {
        return sessions.withSession(session -> session.createQuery(OF_REVENUE, ReceiptRow.class)
                        .setParameter("revenueId", revenueId.value())
                        .setMaxResults(Receipt.COUNT_MAX)
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresReceipts::receipt).toList());
    }

    @Override
    public Uni<Void> add(Receipt receipt) {
        ReceiptRow row = new ReceiptRow();
        row.receiptId = receipt.id().value();
        row.revenueId = receipt.revenueId().value();
        row.amountMicros = receipt.amount().micros();
        row.currency = receipt.amount().currency().getCurrencyCode();
        row.reference = receipt.reference();
        row.receivedAt = receipt.receivedAt();
        return sessions.withTransaction(session -> session.persist(row));
    }

    private static Receipt receipt(ReceiptRow row) {
        return new Receipt(
                new ReceiptId(row.receiptId),
                new RevenueId(row.revenueId),
                new Money(row.amountMicros, Currency.getInstance(row.currency)),
                row.reference,
                row.receivedAt);
    }
}
