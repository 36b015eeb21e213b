package org.commonfold.local;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** What the sample came to, and where to go from here. */
final class Report {

    private static final Duration SETTLED_MAX = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int HIGHEST = 10;

    private final Api api;
    private final Options options;
    private final Console console;

    Report(Api api, Options options, Console console) {
        this.api = api;
        this.options = options;
        this.console = console;
    }

    /** Prints balances and totals; true when the totals agree. */
    boolean balances(String commonsId) throws InterruptedException {
        Totals totals = Totals.read(api, commonsId);
        long deadline = System.nanoTime() + SETTLED_MAX.toNanos();
        while (!totals.agree() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            totals = Totals.read(api, commonsId);
        }
        console.say("The ten highest balances");
        highest();
        totals.byCurrency().forEach(this::print);
        return totals.agree();
    }

    private void highest() {
        String token = api.token("sample-treasurer", "treasurer");
        api.get(api.uri(Service.PAYOUT, "/v1/ledger/balances"), token)
                .lines()
                .map(Api::parse)
                .sorted(Comparator.comparing(Report::sum).reversed())
                .limit(HIGHEST)
                .forEach(this::print);
    }

    private static BigDecimal sum(JsonNode balance) {
        return new BigDecimal(balance.get("accrued").asText())
                .add(new BigDecimal(balance.get("available").asText()));
    }

    private void print(JsonNode balance) {
        console.print("         %-55s %s  accrued %16s  available %16s"
                .formatted(
                        balance.get("owner").asText(),
                        balance.get("currency").asText(),
                        balance.get("accrued").asText(),
                        balance.get("available").asText()));
    }

    private void print(String currency, Totals.Total total) {
        console.say("%s: declared %s = distributed %s; received %s, released %s: %s"
                .formatted(
                        currency,
                        total.declared,
                        total.distributed,
                        total.received,
                        total.released,
                        total.agree() ? "they agree" : "THEY DO NOT AGREE"));
    }

    void whereToGo() {
        for (Service service : Service.values()) {
            console.print("         %-21s http://localhost:%d/q/swagger-ui/"
                    .formatted(service.module(), options.port(service)));
        }
        console.print("         A token:              deploy/token ada --role contributor");
        console.print("         Ctrl-C stops everything.");
    }
}
