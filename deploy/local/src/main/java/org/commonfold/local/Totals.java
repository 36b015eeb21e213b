package org.commonfold.local;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was declared and received, by revenue-service, against what was distributed and released, by
 * the ledger; by currency.
 */
final class Totals {

    /** What one receipt may leave unreleased at most: under a micro for each credit. */
    private static final BigDecimal MICRO = new BigDecimal("0.000001");

    private static final int PAGE = 200;

    /** One currency's. */
    static final class Total {
        BigDecimal declared = BigDecimal.ZERO;
        BigDecimal received = BigDecimal.ZERO;
        BigDecimal distributed = BigDecimal.ZERO;
        BigDecimal released = BigDecimal.ZERO;
        private long partlyReceived;
        private long owners;

        /**
         * Distributed is declared, to the micro. Released is received, less what the roundings of
         * revenues received in part hold back.
         */
        boolean agree() {
            BigDecimal heldBack = received.subtract(released);
            BigDecimal heldBackMax = MICRO.multiply(BigDecimal.valueOf(partlyReceived * owners));
            return declared.compareTo(distributed) == 0
                    && heldBack.signum() >= 0
                    && heldBack.compareTo(heldBackMax) <= 0;
        }
    }

    private final Map<String, Total> byCurrency = new TreeMap<>();

    static Totals read(Api api, String commonsId) {
        Totals totals = new Totals();
        String token = api.token("sample-treasurer", "treasurer");
        String path = "/v1/commons/" + commonsId + "/revenues?limit=" + PAGE;
        String cursor = "";
        while (cursor != null) {
            JsonNode page = api.getJson(api.uri(Service.REVENUE, path + cursor), token);
            page.get("items").forEach(totals::addRevenue);
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : null;
        }
        api.get(api.uri(Service.PAYOUT, "/v1/ledger/balances"), token)
                .lines()
                .map(Api::parse)
                .forEach(totals::addBalance);
        return totals;
    }

    private void addRevenue(JsonNode revenue) {
        JsonNode amount = revenue.get("amount");
        Total total = total(amount.get("currency").asText());
        BigDecimal declared = new BigDecimal(amount.get("value").asText());
        BigDecimal received =
                new BigDecimal(revenue.get("received").get("value").asText());
        total.declared = total.declared.add(declared);
        total.received = total.received.add(received);
        if (received.signum() > 0 && received.compareTo(declared) < 0) {
            total.partlyReceived++;
        }
    }

    private void addBalance(JsonNode balance) {
        Total total = total(balance.get("currency").asText());
        BigDecimal released = amount(balance, "available")
                .add(amount(balance, "reserved"))
                .add(amount(balance, "paid"));
        total.released = total.released.add(released);
        total.distributed = total.distributed.add(released).add(amount(balance, "accrued"));
        total.owners++;
    }

    private static BigDecimal amount(JsonNode balance, String name) {
        return new BigDecimal(balance.get(name).asText());
    }

    private Total total(String currency) {
        return byCurrency.computeIfAbsent(currency, none -> new Total());
    }

    Map<String, Total> byCurrency() {
        return byCurrency;
    }

    boolean agree() {
        return !byCurrency.isEmpty() && byCurrency.values().stream().allMatch(Total::agree);
    }
}
