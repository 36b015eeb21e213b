package org.commonfold.revenue.persistence;

import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.Declaration;
import org.commonfold.revenue.domain.Money;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Period;
import org.commonfold.revenue.domain.Revenue;
import org.commonfold.revenue.domain.RevenueEvent;
import org.commonfold.revenue.domain.RevenueId;

import java.util.Currency;

/** A revenue as a row, and back. */
final class RevenueRows {

    private RevenueRows() {}

    static void fill(RevenueRow row, Revenue revenue) {
        Declaration declaration = revenue.declaration();
        row.revenueId = revenue.id().value();
        row.commonsId = revenue.commonsId().value();
        row.partnerId = revenue.partnerId().value();
        row.amountMicros = declaration.amount().micros();
        row.currency = declaration.amount().currency().getCurrencyCode();
        row.periodFrom = declaration.period().from();
        row.periodTo = declaration.period().to();
        row.usage = Documents.usage(declaration.usage());
        row.reference = declaration.reference();
        row.evidence = declaration.evidence();
        row.receivedMicros = revenue.receivedMicros();
        row.declaredAt = revenue.declaredAt();
        fill(row, revenue.voided());
        row.eventCount = revenue.eventCount();
    }

    private static void fill(RevenueRow row, RevenueEvent.Voided voided) {
        if (voided != null) {
            row.voidedAt = voided.at();
            row.voidedBy = voided.by();
            row.voidReason = voided.reason();
        }
    }

    private static RevenueEvent.Voided voided(RevenueRow row) {
        return row.voidedAt == null
                ? null
                : new RevenueEvent.Voided(
                        new RevenueId(row.revenueId),
                        new CommonsId(row.commonsId),
                        row.voidedAt,
                        row.voidedBy,
                        row.voidReason);
    }

    static Revenue revenue(RevenueRow row) {
        Declaration declaration = new Declaration(
                new Money(row.amountMicros, Currency.getInstance(row.currency)),
                new Period(row.periodFrom, row.periodTo),
                Documents.usage(row.usage),
                row.reference,
                row.evidence);
        return new Revenue(
                new RevenueId(row.revenueId),
                new CommonsId(row.commonsId),
                new PartnerId(row.partnerId),
                declaration,
                row.receivedMicros,
                row.declaredAt,
                voided(row),
                row.eventCount);
    }
}
