package org.commonfold.local;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was declared and received in all commons, by revenue-service, against what was distributed
 * and released, by the ledger; by currency.
 */
final class Totals {

    private final Map<String, Total> byCurrency = new TreeMap<>();

    static Totals read(Api api) {
        Totals totals = new Totals();
        String token = api.token("sample-treasurer", "treasurer");
        List<String> commonses = new ArrayList<>();
        api.list(Service.CONTRIBUTION, "/v1/commons", null, one -> commonses.add(id(one)));
        for (String id : commonses) {
            String path = "/v1/commons/" + id + "/revenues";
            api.list(Service.REVENUE, path, token, totals::addRevenue);
        }
        api.get(api.uri(Service.PAYOUT, "/v1/ledger/balances"), token)
                .lines()
                .map(Api::parse)
                .forEach(totals::addBalance);
        return totals;
    }

    private static String id(JsonNode commons) {
        return commons.get("commonsId").asText();
    }

    void addRevenue(JsonNode revenue) {
        JsonNode amount = revenue.get("amount");
        total(amount)
                .add(
                        Micros.of(amount, "value"),
                        Micros.of(revenue.get("received"), "value"),
                        revenue.get("state").asText().equals("voided"));
    }

    void addBalance(JsonNode balance) {
        long released = Micros.of(balance, "available")
                + Micros.of(balance, "reserved")
                + Micros.of(balance, "paid");
        total(balance).addBalance(Micros.of(balance, "accrued"), released);
    }

    private Total total(JsonNode money) {
        return byCurrency.computeIfAbsent(money.get("currency").asText(), none -> new Total());
    }

    Map<String, Total> byCurrency() {
        return byCurrency;
    }

    boolean agree() {
        return byCurrency.values().stream().allMatch(Total::agree);
    }
}
