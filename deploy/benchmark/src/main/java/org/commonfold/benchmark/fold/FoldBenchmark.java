package org.commonfold.benchmark.fold;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.commonfold.benchmark.BenchmarkPage;
import org.commonfold.local.PodOptions;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How fast payout-service folds a large log, beside what bounds it and what rivals it. */
@Command(
        name = "deploy/benchmark/fold",
        mixinStandardHelpOptions = true,
        description = "Folds the same large log in several ways, in turn.")
final class FoldBenchmark implements Callable<Integer> {

    private static final long SEED = 7;
    /** Half of it is heap: 1 GB, as the others have. */
    private static final int POD_MEBIBYTES = 2_048;

    private static final int LARGE_POD_MEBIBYTES = 8_192;

    @Option(names = "--home", required = true, description = "Of the source tree.")
    Path home;

    @Option(names = "--events", description = "Default: ${DEFAULT-VALUE}.")
    long events = 2_000_000;

    @Option(names = "--rounds", description = "Default: ${DEFAULT-VALUE}.")
    int rounds = 3;

    @Option(names = "--only", split = ",", description = "Of a, b, c, d, e. Default: all.")
    List<String> only = List.of("a", "b", "c", "d", "e");

    @Option(names = "--growth", description = "Measures cost by size of commons instead.")
    boolean measuresGrowth;

    @Option(
            names = "--large",
            split = ",",
            description = "Measures revenues over a million works of so many people instead.")
    int[] people = {};

    @Option(
            names = "--space",
            split = ",",
            description = "Measures what so many events take of memory and disks instead.")
    long[] eventCounts = {};

    @Option(names = "--write", description = "Writes the table to docs/benchmark.md as well.")
    boolean writes;

    @Option(names = "--stream-threads", description = "Of (d). Default: ${DEFAULT-VALUE}.")
    int streamThreads = 2;

    @Option(
            names = "--service-options",
            split = " ",
            description = "Of (e)'s JVM. Default: what the manifests tell a pod of 2 GiB.")
    List<String> serviceOptions = List.of();

    private Path directory;
    private String broker;

    private interface Contestant {
        Run run() throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        // Broker, consumers and PostgreSQL have a lot to say.
        Logger.getLogger("").setLevel(Level.WARNING);
        BenchmarkPage page = new BenchmarkPage(home, writes);
        directory = Files.createTempDirectory("fold-benchmark");
        System.out.println("What the processes say is in " + directory);
        if (measuresGrowth) {
            page.show("growth", growth());
        }
        Process brokerProcess = Processes.start(
                directory.resolve("broker.log"), Processes.JVM, BrokerProcess.class);
        broker = Processes.await(brokerProcess, line -> line.startsWith("BROKER "))
                .substring(7);
        try (EmbeddedPostgres postgres = startPostgres()) {
            if (measuresGrowth) {
                page.show("growth-service", growthInService(postgres));
                return 0;
            }
            if (people.length > 0) {
                page.show("large", large(postgres));
                return 0;
            }
            if (eventCounts.length > 0) {
                page.show("space", space(postgres));
                return 0;
            }
            System.out.println("Writing " + events + " events");
            LogTopic.fill(broker, SEED, events);
            Map<String, Contestant> contestants = contestants(postgres);
            contestants.keySet().removeIf(name -> !only.contains(name.substring(0, 1)));
            page.show("fold", table(compete(contestants)));
        } finally {
            brokerProcess.destroy();
            brokerProcess.waitFor();
        }
        return 0;
    }

    private String large(EmbeddedPostgres postgres) throws Exception {
        StringBuilder table = new StringBuilder(
                "| people | declared | until it is booked, ms | another partition waits, ms |"
                        + " the same, ms |\n|---:|---|---:|---:|---:|\n");
        PayoutService service = service(postgres, LARGE_POD_MEBIBYTES);
        for (int count : people) {
            LogTopic.create(broker, LogTopic.NAME);
            try (KafkaProducer<byte[], byte[]> producer = LogTopic.producer(broker)) {
                LargeRevenue revenue = new LargeRevenue(producer, count);
                long events = revenue.fill();
                try (PayoutService.Running running = service.start()) {
                    running.awaitRead(events);
                    table.append(revenue.run(running));
                }
            }
            LogTopic.delete(broker);
        }
        return table.toString();
    }

    private String growthInService(EmbeddedPostgres postgres) throws Exception {
        LogTopic.create(broker, LogTopic.NAME);
        try (KafkaProducer<byte[], byte[]> producer = LogTopic.producer(broker);
                PayoutService.Running running =
                        service(postgres, LARGE_POD_MEBIBYTES).start()) {
            return ServiceGrowth.HEAD + new ServiceGrowth(producer, running).rows();
        }
    }

    private String space(EmbeddedPostgres postgres) throws Exception {
        StringBuilder table = new StringBuilder(Space.HEAD);
        PayoutService service = service(postgres, POD_MEBIBYTES);
        for (long count : eventCounts) {
            LogTopic.fill(broker, SEED, count);
            try (PayoutService.Running running = service.start()) {
                running.awaitRead(count);
                table.append(new Space(broker, running, count).row());
            }
            LogTopic.delete(broker);
        }
        return table.toString();
    }

    private EmbeddedPostgres startPostgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .start();
    }

    private PayoutService service(EmbeddedPostgres postgres, int podMebibytes) throws IOException {
        List<String> options =
                serviceOptions.isEmpty() ? PodOptions.of(home, podMebibytes) : serviceOptions;
        return new PayoutService(postgres, broker, home, directory, options);
    }

    private Map<String, Contestant> contestants(EmbeddedPostgres postgres) throws IOException {
        PayoutService service = service(postgres, POD_MEBIBYTES);
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        contestants.put("a: consumer that touches nothing", () -> fork(Reading.class, "consume"));
        contestants.put("b: consumer and parser", () -> fork(Reading.class, "parse"));
        contestants.put(
                "c: consumer, parser and fold, in memory", () -> fork(Reading.class, "fold"));
        contestants.put(
                "d: Kafka Streams, exactly once",
                () -> fork(StreamsFold.class, Integer.toString(streamThreads)));
        contestants.put("e: payout-service", () -> service.run(events));
        return contestants;
    }

    private Run fork(Class<?> main, String how) throws IOException, InterruptedException {
        Path errors = directory.resolve(main.getSimpleName() + ".log");
        Process process =
                Processes.start(errors, Processes.JVM, main, how, broker, Long.toString(events));
        Run run = Run.parse(Processes.await(process, Run::isPrinted));
        process.destroy();
        process.waitFor();
        return run;
    }

    /** In turn, round by round, so that a machine that slows down does so for all. */
    private Map<String, List<Run>> compete(Map<String, Contestant> contestants) throws Exception {
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Contestant> contestant : contestants.entrySet()) {
                settle();
                Run run = contestant.getValue().run();
                System.out.printf(
                        Locale.ROOT,
                        "round %d, %s: %.0f a second, %.0f when warm%n",
                        round,
                        contestant.getKey(),
                        run.perSecond(),
                        run.warmPerSecond());
                runs.computeIfAbsent(contestant.getKey(), first -> new ArrayList<>())
                        .add(run);
            }
        }
        return runs;
    }

    /** What one has left to be written to the disk is not to slow down the next. */
    private static void settle() throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
    }

    private static String table(Map<String, List<Run>> runs) {
        StringBuilder table = new StringBuilder();
        table.append("| what | events/s, median | least | most | when warm, median | CPU, µs |"
                + " memory, MiB |\n|---|---:|---:|---:|---:|---:|---:|\n");
        runs.forEach((name, all) -> {
            double[] sorted = sorted(all, Run::perSecond);
            double[] warm = sorted(all, Run::warmPerSecond);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f | %.0f | %.1f | %d |%n",
                    name,
                    sorted[sorted.length / 2],
                    sorted[0],
                    sorted[sorted.length - 1],
                    warm[warm.length / 2],
                    all.stream().mapToDouble(Run::cpuMicros).min().orElse(0),
                    all.stream().mapToLong(Run::peakMegabytes).max().orElse(0)));
        });
        return table.toString();
    }

    private static double[] sorted(List<Run> runs, ToDoubleFunction<Run> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray();
    }

    /** How the cost of one event grows with its commons. */
    private String growth() throws IOException, InterruptedException {
        Process process = Processes.start(
                directory.resolve("growth.log"),
                List.of("-Xmx6g", "-XX:+UseSerialGC"),
                Growth.class);
        StringBuilder table = new StringBuilder();
        process.inputReader().lines().forEach(line -> table.append(line).append('\n'));
        process.waitFor();
        return table.toString();
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FoldBenchmark()).execute(arguments));
    }
}
