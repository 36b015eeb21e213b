package org.commonfold.local;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** What the sample came to, and where to go from here. */
final class Report {

    private static final Duration SETTLED_MAX = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int HIGHEST = 10;
    private static final String INDENT = "         ";

    private final Api api;
    private final Options options;
    private final Console console;

    Report(Api api, Options options, Console console) {
        this.api = api;
        this.options = options;
        this.console = console;
    }

    /** Prints what the sample commons holds; true when nothing of the sample is missing. */
    boolean sample(Sample sample, String commonsId) throws InterruptedException {
        SampleCheck.Count count = new SampleCheck(sample, api).count(commonsId);
        console.say("The sample commons holds %d contributions, %d ratings, %d revenues: %s"
                .formatted(
                        count.contributions(),
                        count.ratings(),
                        count.revenues(),
                        count.complete() ? "complete" : "SOMETHING IS MISSING"));
        return count.complete();
    }

    /** Prints balances and totals once they are settled; true when the totals agree. */
    boolean balances() throws InterruptedException {
        Totals totals = Totals.read(api);
        long deadline = System.nanoTime() + SETTLED_MAX.toNanos();
        while (!totals.agree() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            totals = Totals.read(api);
        }
        console.say("The ten highest balances");
        highest();
        totals.byCurrency()
                .forEach((currency, total) -> console.say(currency + ": " + total.text()));
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

    private static long sum(JsonNode balance) {
        return Micros.of(balance, "accrued") + Micros.of(balance, "available");
    }

    private void print(JsonNode balance) {
        console.print(INDENT
                + "%-46s %s %16s = accrued %15s + available %15s"
                        .formatted(
                                balance.get("owner").asText(),
                                balance.get("currency").asText(),
                                Micros.text(sum(balance)),
                                balance.get("accrued").asText(),
                                balance.get("available").asText()));
    }

    void whereToGo() {
        for (Service service : Service.values()) {
            console.print(INDENT
                    + "%-21s http://localhost:%d/q/swagger-ui/"
                            .formatted(service.module(), options.port(service)));
        }
        String data = options.hasOwnData() ? " --data " + options.data : "";
        console.print(INDENT + "A token:              deploy/token ada --role contributor" + data);
        if (!options.once) {
            console.print(INDENT + "Ctrl-C stops everything.");
        }
    }
}
