package org.commonfold.revenue.delivery.messaging;

import org.commonfold.revenue.domain.Money;
import org.commonfold.revenue.messaging.Fields;
import org.commonfold.revenue.messaging.UnreadableRecord;

record AmountV1(String value, String currency) {

    static void checked(String name, AmountV1 amount) {
        Fields.present(name, amount);
        String value = Fields.present(name + ".value", amount.value);
        String currency = Fields.present(name + ".currency", amount.currency);
        if (!value.matches(Money.VALUE_PATTERN) || !currency.matches(Money.CURRENCY_PATTERN)) {
            throw new UnreadableRecord(name + " is not an amount");
        }
    }
}
