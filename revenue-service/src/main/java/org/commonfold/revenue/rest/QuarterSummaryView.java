package org.commonfold.revenue.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.domain.PartnerSums;
import org.commonfold.revenue.domain.QuarterSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.Currency;
import java.util.List;
import java.util.UUID;

record QuarterSummaryView(
        @Schema(description = "In which the periods end", examples = "2026-Q4")
        String quarter,

        @Schema(examples = "EUR") String currency,
        SumsView total,

        @Schema(
                description = "Those who agreed, the largest first, at most 50. None where only one"
                        + " has not agreed: what it pays would be the difference")
        List<OfPartner> partners,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "All the others in one")
        SumsView others) {

    record OfPartner(
            @Schema(examples = "0198c0de-0000-7000-8000-0000000000aa")
            UUID partnerId,

            @Schema(examples = "Acme Instruments") String name,
            SumsView sums) {

        static OfPartner of(PartnerSums one, Currency currency) {
            return new OfPartner(
                    one.partnerId().value(), one.name(), SumsView.of(one.sums(), currency));
        }
    }

    static QuarterSummaryView of(QuarterSummary summary) {
        Currency currency = summary.currency();
        return new QuarterSummaryView(
                summary.quarter().toString(),
                currency.getCurrencyCode(),
                SumsView.of(summary.all(), currency),
                summary.named().stream().map(one -> OfPartner.of(one, currency)).toList(),
                summary.others().map(sums -> SumsView.of(sums, currency)).orElse(null));
    }
}
