package org.commonfold.revenue.rest;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.revenue.application.Outcome;
import org.commonfold.revenue.domain.Revenue;

/** What is answered about a revenue, by REST and to a webhook alike. */
final class RevenueAnswers {

    private RevenueAnswers() {}

    static Answer declared(Outcome<Revenue> outcome) {
        Revenue revenue = outcome.result();
        Answer answer = Answer.created("/v1/revenues/" + revenue.id(), RevenueView.of(revenue))
                .withVersion(revenue.eventCount());
        return outcome.isReplay() ? answer.asReplay() : answer;
    }

    static Answer standing(Revenue revenue) {
        return Answer.ok(RevenueView.of(revenue)).withVersion(revenue.eventCount());
    }
}
