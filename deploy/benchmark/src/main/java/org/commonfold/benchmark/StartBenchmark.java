package org.commonfold.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.local.PodOptions;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How soon each service is ready after it was started alone, and how much memory it takes. */
@Command(
        name = "deploy/benchmark/start",
        mixinStandardHelpOptions = true,
        description = "Starts each service alone, again and again, on a database that is migrated.")
final class StartBenchmark implements Callable<Integer> {

    @Option(names = "--home", required = true, description = "Of the source tree.")
    Path home;

    @Option(names = "--starts", description = "Of each. Default: ${DEFAULT-VALUE}.")
    int starts = 5;

    @Option(names = "--idle", description = "Seconds until memory is read. Default: 10.")
    int idleSeconds = 10;

    @Option(names = "--memory", description = "MiB of a pod. Default: ${DEFAULT-VALUE}.")
    int memory = 512;

    @Option(
            names = "--options",
            split = " ",
            description = "Of their JVM. Default: what the manifests tell a pod of that memory.")
    List<String> options = List.of();

    @Option(names = "--only", split = ",", description = "Services. Default: all.")
    List<String> only = List.of("contribution", "rating", "revenue", "payout");

    @Option(names = "--write", description = "Writes the table to docs/benchmark.md as well.")
    boolean writes;

    private Path directory;

    /** A service as it is packaged, and what its JVM is told. */
    private record Contestant(ShippedService service, List<String> options) {}

    @Override
    public Integer call() throws Exception {
        // Broker and PostgreSQL have a lot to say.
        Logger.getLogger("").setLevel(Level.WARNING);
        directory = Files.createTempDirectory("start-benchmark");
        System.out.println("What the processes say is in " + directory);
        if (options.isEmpty()) {
            options = PodOptions.of(home, memory);
        }
        System.out.println("Options: " + String.join(" ", options));
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, Contestant> contestants = new LinkedHashMap<>();
            for (String name : only) {
                add(contestants, name, environment(name, postgres, broker.bootstrapServers()));
            }
            new BenchmarkPage(home, writes).show("start", table(measure(contestants)));
        }
        return 0;
    }

    private void add(
            Map<String, Contestant> contestants, String name, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path log = directory.resolve(name + ".log");
        Path target = home.resolve(name + "-service/target");
        ShippedService released =
                new ShippedService(target.resolve("quarkus-app"), environment, log);
        released.prepare();
        contestants.put(name, new Contestant(released, options));
        ShippedService flat =
                new ShippedService(target.resolve("quarkus-aot-app"), environment, log);
        Path archive = directory.resolve(name + ".jsa");
        flat.rehearse(archive);
        List<String> archived = new ArrayList<>(options);
        archived.add(ShippedService.archived(archive));
        contestants.put(name + ", " + ShippedService.written(), new Contestant(flat, archived));
    }

    private Map<String, String> environment(String name, EmbeddedPostgres postgres, String broker)
            throws IOException, SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        String address = "localhost:" + postgres.getPort() + "/" + name;
        Map<String, String> environment = new HashMap<>(PodOptions.environment(home));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker);
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + address);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + address);
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(EmbeddedBroker.freePort()));
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(EmbeddedBroker.freePort()));
        environment.put("MP_JWT_VERIFY_PUBLICKEY", newKey());
        environment.put("MP_JWT_VERIFY_ISSUER", "https://benchmark");
        return environment;
    }

    private static String newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In turn, so that a machine that slows down does so for all. */
    private Map<String, List<Start>> measure(Map<String, Contestant> contestants)
            throws IOException, InterruptedException {
        Map<String, List<Start>> seen = new LinkedHashMap<>();
        for (int round = 0; round < starts; round++) {
            for (Map.Entry<String, Contestant> one : contestants.entrySet()) {
                Contestant contestant = one.getValue();
                Start start = contestant
                        .service()
                        .start(contestant.options(), Duration.ofSeconds(idleSeconds));
                System.out.printf(Locale.ROOT, "%s: %.2f s%n", one.getKey(), start.seconds());
                seen.computeIfAbsent(one.getKey(), first -> new ArrayList<>()).add(start);
            }
        }
        return seen;
    }

    private static String table(Map<String, List<Start>> seen) {
        StringBuilder table = new StringBuilder();
        table.append("| service | ready, s | least | most | CPU, s | idle, MiB |\n");
        table.append("|---|---:|---:|---:|---:|---:|\n");
        seen.forEach((what, all) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.1f | %d |%n",
                what,
                Start.median(all).seconds(),
                Start.least(all),
                Start.most(all),
                Start.median(all).cpuSeconds(),
                Start.mostMegabytes(all))));
        return table.toString();
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StartBenchmark()).execute(arguments));
    }
}
