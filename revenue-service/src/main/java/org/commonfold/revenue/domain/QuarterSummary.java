package org.commonfold.revenue.domain;

import static java.util.Comparator.comparing;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What everybody may know of a commons' revenues in one currency, of the periods that ended in one
 * quarter.
 *
 * @param all of all partners
 * @param named of those who agreed, the largest first
 * @param others of the rest in one; empty when there is no rest, or it would give one away
 */
public record QuarterSummary(
        Quarter quarter,
        Currency currency,
        Sums all,
        List<PartnerSums> named,
        Optional<Sums> others) {

    /** Who pays less than this many others is among the rest. */
    public static final int NAMED_MAX = 50;

    /** Of every partner that declared anything, each once. */
    public static QuarterSummary of(Quarter quarter, Currency currency, List<PartnerSums> parts) {
        Sums all = Sums.of(parts);
        long silent = parts.stream().filter(one -> !one.publishesRevenue()).count();
        if (silent == 1) {
            // Whoever subtracts those who agreed from all would read what the one has not agreed
            // to publish: so nobody is named here.
            return new QuarterSummary(quarter, currency, all, List.of(), Optional.empty());
        }
        List<PartnerSums> named = parts.stream()
                .filter(PartnerSums::publishesRevenue)
                .sorted(comparing((PartnerSums one) -> one.sums().declaredMicros())
                        .reversed()
                        .thenComparing(one -> one.partnerId().toString()))
                .limit(NAMED_MAX)
                .toList();
        List<PartnerSums> rest =
                parts.stream().filter(one -> !named.contains(one)).toList();
        return new QuarterSummary(
                quarter,
                currency,
                all,
                named,
                rest.isEmpty() ? Optional.empty() : Optional.of(Sums.of(rest)));
    }
}
