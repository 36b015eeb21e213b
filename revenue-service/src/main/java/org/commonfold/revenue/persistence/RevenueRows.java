package org.commonfold.revenue.persistence;

import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.Declaration;
import org.commonfold.revenue.domain.Money;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Period;
import org.commonfold.revenue.domain.Revenue;
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
        row.receivedMicros = revenue.receivedMicros();
        row.declaredAt = revenue.declaredAt();
        row.voidedAt = revenue.voidedAt();
        row.eventCount = revenue.eventCount();
    }

    static Revenue revenue(RevenueRow row) {
        Declaration declaration = new Declaration(
                new Money(row.amountMicros, Currency.getInstance(row.currency)),
                new Period(row.periodFrom, row.periodTo),
                Documents.usage(row.usage),
                row.reference);
        return new Revenue(
                new RevenueId(row.revenueId),
                new CommonsId(row.commonsId),
                new PartnerId(row.partnerId),
                declaration,
                row.receivedMicros,
                row.declaredAt,
                row.voidedAt,
                row.eventCount);
    }
}
