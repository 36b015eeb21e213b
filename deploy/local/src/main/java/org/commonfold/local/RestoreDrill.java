package org.commonfold.local;

import com.fasterxml.jackson.databind.JsonNode;

import picocli.CommandLine;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The drill behind {@code deploy/restore-drill}: payout-service loses its database under a running
 * system, and has the same ledger again, entry by entry, from the two logs. Exit: 0 it has, 1 not.
 */
final class RestoreDrill {

    private static final Duration RESTORED_MAX = Duration.ofMinutes(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final int PAYEES = 5;
    private static final List<String> TREASURERS = List.of("drill-treasurer", "other-treasurer");
    private static final String IBAN = "DE89370400440532013000";

    private final Options options;
    private final Console console = new Console(System.out);
    private Api api;

    private RestoreDrill(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        Options options = new Options();
        new CommandLine(options).setOverwrittenOptionsAllowed(true).parseArgs(arguments);
        System.exit(new RestoreDrill(options).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        try (DataDirectory data = DataDirectory.open(options)) {
            Keys keys = Keys.createOrRead(data.directory("keys"));
            api = new Api(options, keys);
            try (LocalSystem system = new LocalSystem(options, data, keys, console)) {
                Runtime.getRuntime().addShutdownHook(new Thread(system::stop));
                system.start();
                Notes notes = new Notes(data.resolve("sample.json"));
                new SampleImport(Sample.read(), api, notes, console).run();
                return new Report(api, options, console).balances() && drill(system);
            }
        }
    }

    private boolean drill(LocalSystem system) throws Exception {
        String standing = payOut();
        boolean wasEqual = replay();
        String journal = ledger("journal");
        String balances = ledger("balances");

        console.say("payout-service loses its database");
        long begin = System.nanoTime();
        system.loseDatabase(Service.PAYOUT);
        boolean isSame = becomes(journal, begin);
        double seconds = (System.nanoTime() - begin) / 1e9;
        boolean areSame = ledger("balances").equals(balances);
        console.say("%d entries with the hashes they had: %s"
                .formatted(journal.lines().count(), isSame ? "yes" : "NO"));
        console.say("%d balances as they were: %s"
                .formatted(balances.lines().count(), areSame ? "yes" : "NO"));
        console.say("Rebuilt in %.1f s, the service's start included".formatted(seconds));
        return replay() && wasEqual && isSame && areSame && isSettled(standing);
    }

    /** What two treasurers say of a run is still taken, so that nothing stays reserved for ever. */
    private boolean isSettled(String runId) {
        for (String treasurer : TREASURERS) {
            step(runId, "settlement", treasurer, Map.of("outcome", "returned"));
        }
        boolean isSettled = ledger("balances")
                .lines()
                .map(Api::parse)
                .allMatch(balance -> Micros.of(balance, "reserved") == 0);
        console.say("What was reserved is settled: %s".formatted(isSettled ? "yes" : "NO"));
        return isSettled;
    }

    /**
     * A run that is cancelled and one that stands: entries that commons.log knows nothing of.
     * Returns the id of the latter.
     */
    private String payOut() {
        List<String> payees = ledger("balances")
                .lines()
                .map(Api::parse)
                .filter(balance -> Micros.of(balance, "available") > 0)
                .map(balance -> balance.get("owner").asText())
                .filter(owner -> owner.startsWith("contributor:"))
                .map(owner -> owner.substring("contributor:".length()))
                .distinct()
                .limit(PAYEES)
                .toList();
        for (String payee : payees) {
            api.put(
                    api.uri(Service.PAYOUT, "/v1/contributors/me/payout-account"),
                    api.token(payee, "contributor"),
                    Map.of("iban", IBAN, "holder", "A Contributor"));
        }
        String cancelled = approvedRun();
        step(cancelled, "cancellation", TREASURERS.get(0), Map.of());
        String standing = approvedRun();
        console.say("Paid out to " + payees.size() + " contributors");
        return standing;
    }

    private String approvedRun() {
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        JsonNode run = api.post(
                api.uri(Service.PAYOUT, "/v1/payout-runs"),
                api.token(TREASURERS.get(0), "treasurer"),
                null,
                Map.of("currency", "EUR", "minimum", "0.01", "executionDate", day));
        String runId = run.get("runId").asText();
        step(runId, "approval", TREASURERS.get(1), Map.of());
        return runId;
    }

    private void step(String runId, String step, String treasurer, Map<String, String> body) {
        api.post(
                api.uri(Service.PAYOUT, "/v1/payout-runs/" + runId + "/" + step),
                api.token(treasurer, "treasurer"),
                null,
                body);
    }

    private boolean becomes(String journal, long begin) throws InterruptedException {
        while (!ledger("journal").equals(journal)) {
            if (System.nanoTime() - begin > RESTORED_MAX.toNanos()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        }
        return true;
    }

    /** Whether the ledger is what both logs say. */
    private boolean replay() throws InterruptedException {
        String operator = api.token("drill-operator", "operator");
        JsonNode replay =
                api.post(api.uri(Service.PAYOUT, "/v1/ledger/replays"), operator, null, Map.of());
        String path = "/v1/ledger/replays/" + replay.get("replayId").asText();
        while (replay.get("state").asText().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            replay = api.getJson(api.uri(Service.PAYOUT, path), operator);
        }
        console.say("A replay of %s entries of the log and %s of payouts finds the ledger %s"
                .formatted(
                        replay.get("entries"), replay.get("payoutEntries"), replay.get("state")));
        return replay.get("state").asText().equals("equal");
    }

    private String ledger(String what) {
        return api.get(
                api.uri(Service.PAYOUT, "/v1/ledger/" + what),
                api.token("drill-treasurer", "treasurer"));
    }
}
