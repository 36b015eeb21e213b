package org.commonfold.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@link RestBenchmark} saw, as tables: the median of all rounds of each. */
final class RestTables {

    private final String base;
    private final double pgbenchPerSecond;

    /** Ratios are of {@code base}; zero when there is no pgbench. */
    RestTables(String base, double pgbenchPerSecond) {
        this.base = base;
        this.pgbenchPerSecond = pgbenchPerSecond;
    }

    /**
     * What was seen of one at half of its full load.
     *
     * @param perSecond requests that were sent
     * @param rounds all that were measured
     * @param megabytes resident memory then; empty for what is no service of ours
     */
    record Paced(double perSecond, List<Clients.Seen> rounds, String megabytes) {

        /** Least first. */
        List<Clients.Seen> byP99() {
            return rounds.stream()
                    .sorted(Comparator.comparingDouble(Paced::p99))
                    .toList();
        }

        private static double p99(Clients.Seen round) {
            return round.milliseconds(99);
        }
    }

    String saturated(Map<String, List<Clients.Seen>> seen) {
        double insert = median(seen.get(base)).perSecond();
        StringBuilder table = new StringBuilder();
        table.append("| at full load | a second | of the insert | p50, ms | p99, ms |\n");
        table.append("|---|---:|---:|---:|---:|\n");
        if (pgbenchPerSecond > 0) {
            double ratio = pgbenchPerSecond / insert;
            table.append(line("| insert by pgbench | %.0f | %.2f | | |", pgbenchPerSecond, ratio));
        }
        seen.forEach((name, rounds) -> {
            Clients.Seen median = median(rounds);
            table.append(line(
                    "| %s | %.0f | %.2f | %.1f | %.1f |",
                    name,
                    median.perSecond(),
                    median.perSecond() / insert,
                    median.milliseconds(50),
                    median.milliseconds(99)));
        });
        return table.toString();
    }

    String paced(Map<String, Paced> seen) {
        StringBuilder table = new StringBuilder();
        table.append("| at half of it | a second | p50, ms | p99, ms | least | most |"
                + " memory, MiB |\n|---|---:|---:|---:|---:|---:|---:|\n");
        seen.forEach((name, paced) -> {
            List<Clients.Seen> rounds = paced.byP99();
            Clients.Seen median = rounds.get(rounds.size() / 2);
            table.append(line(
                    "| %s | %.0f | %.1f | %.1f | %.1f | %.1f | %s |",
                    name,
                    paced.perSecond(),
                    median.milliseconds(50),
                    median.milliseconds(99),
                    rounds.get(0).milliseconds(99),
                    rounds.get(rounds.size() - 1).milliseconds(99),
                    paced.megabytes()));
        });
        return table.toString();
    }

    private static Clients.Seen median(List<Clients.Seen> rounds) {
        return Clients.Seen.median(rounds, Clients.Seen::perSecond);
    }

    private static String line(String format, Object... cells) {
        return String.format(Locale.ROOT, format + "%n", cells);
    }
}
