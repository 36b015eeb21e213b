package org.commonfold.benchmark.fold;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.commonfold.benchmark.Signals;
import org.commonfold.local.PodOptions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * payout-service as it is shipped, on a database of its own for each run, timed by what that
 * database says: from the first assignment to the last checkpoint.
 */
final class PayoutService {

    private static final String BEGUN =
            "select count(*) from log_checkpoint where topic = 'commons.log'";
    private static final String READ =
            "select coalesce(sum(next_offset), 0) from log_checkpoint where topic = 'commons.log'";
    private static final String OFFSETS = """
            select partition, next_offset, coalesce(ahead_offset, next_offset)
              from log_checkpoint where topic = 'commons.log'""";
    private static final int LOOK_AGAIN_MILLIS = 50;

    private final EmbeddedPostgres postgres;
    private final String broker;
    private final Path home;
    private final Path directory;
    private final List<String> options;
    private int runs;

    /**
     * @param home of the source tree, where its jar is
     * @param directory for its key and what it says
     * @param options of its JVM
     */
    PayoutService(
            EmbeddedPostgres postgres,
            String broker,
            Path home,
            Path directory,
            List<String> options) {
        this.postgres = postgres;
        this.broker = broker;
        this.home = home;
        this.directory = directory;
        this.options = options;
    }

    /** From an empty database to the end of the log. */
    Run run(long events)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Running running = start()) {
            Run.Watch watch = new Run.Watch(events, System.nanoTime());
            long read = 0;
            while (read < events) {
                read = running.awaitRead(read + 1);
                watch.read(read);
            }
            return watch.stop(running.process.toHandle());
        }
    }

    /** With an empty database and nothing in Kafka but the log; a partition has been assigned. */
    Running start() throws IOException, SQLException, InterruptedException, ExecutionException {
        LogTopic.deleteAllOthers(broker);
        String former = "payout_" + runs++;
        String database = "payout_" + runs;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + former + " with (force)");
            statement.execute("checkpoint");
            statement.execute("create database " + database);
        }
        Running running = new Running(
                start(database), postgres.getDatabase("postgres", database).getConnection());
        running.await(BEGUN, 1);
        return running;
    }

    /** The service while it reads. */
    static final class Running implements AutoCloseable {

        private final Process process;
        private final Connection connection;

        private Running(Process process, Connection connection) {
            this.process = process;
            this.connection = connection;
        }

        /** How many records it has read for good: at least so many. */
        long awaitRead(long atLeast) throws InterruptedException {
            return await(READ, atLeast);
        }

        private long await(String query, long atLeast) throws InterruptedException {
            long number = number(query);
            while (number < atLeast) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("payout-service has ended");
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
                number = number(query);
            }
            return number;
        }

        /** The one number a query gives; 0 while its tables are not there yet. */
        long number(String query) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException notMigratedYet) {
                return 0;
            }
        }

        /** Of its heap, after what nothing refers to has been collected. */
        long liveHeapBytes() throws IOException {
            Process jcmd = new ProcessBuilder(
                            Processes.JAVA.resolveSibling("jcmd").toString(),
                            Long.toString(process.pid()),
                            "GC.class_histogram")
                    .start();
            String total = jcmd.inputReader()
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total.split("\\s+")[2]);
        }

        /** Of each partition, before which offset all is read for good. */
        ReadOffsets readOffsets() throws SQLException {
            ReadOffsets offsets =
                    new ReadOffsets(new long[LogTopic.PARTITIONS], new long[LogTopic.PARTITIONS]);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(OFFSETS)) {
                while (rows.next()) {
                    offsets.all[rows.getInt(1)] = rows.getLong(2);
                    offsets.butSetAside[rows.getInt(1)] = rows.getLong(3);
                }
            }
            return offsets;
        }

        /** By partition: of all commonses, and of all but one that is set aside. */
        record ReadOffsets(long[] all, long[] butSetAside) {}

        /** Until it is to {@link #goOn}; not for so long that it loses its partitions. */
        void halt() throws IOException {
            Signals.halt(process.pid());
        }

        void goOn() throws IOException {
            Signals.goOn(process.pid());
        }

        @Override
        public void close() throws SQLException {
            process.destroy();
            process.onExit().join();
            connection.close();
        }
    }

    private Process start(String database) throws IOException {
        String address = "localhost:" + postgres.getPort() + "/" + database;
        List<String> command = new ArrayList<>();
        command.add(Processes.JAVA.toString());
        command.addAll(options);
        command.add("-jar");
        command.add(home.resolve("payout-service/target/quarkus-app/quarkus-run.jar")
                .toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(PodOptions.environment(home));
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", broker,
                        "QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + address,
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + address,
                        "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                        "QUARKUS_HTTP_PORT", "0",
                        "QUARKUS_MANAGEMENT_PORT", "0",
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION", publicKey().toUri().toString(),
                        "MP_JWT_VERIFY_ISSUER", "https://benchmark"));
        Path log = directory.resolve("payout-service.log");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private Path publicKey() throws IOException {
        Path file = directory.resolve("public.pem");
        if (!Files.exists(file)) {
            String key = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(newKey());
            String pem = "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n";
            Files.write(file, pem.getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private static byte[] newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPublic().getEncoded();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
