package org.commonfold.revenue.messaging;

import org.commonfold.revenue.domain.Period;

import java.time.LocalDate;

record PeriodV1(LocalDate from, LocalDate to) {

    static PeriodV1 of(Period period) {
        return new PeriodV1(period.from(), period.to());
    }
}
