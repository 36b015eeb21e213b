package org.commonfold.kit.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The service under test as a process of its own, from the jar that the build made, with the
 * settings of production by environment: to be killed, frozen or stopped.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final int STOP_SECONDS_MAX = 20;
    private static final int END_SECONDS_MAX = 120;

    private final Process process;

    private ServiceProcess(Process process) {
        this.process = process;
    }

    /** Starts it on free ports; {@code options} go to the JVM. */
    public static ServiceProcess start(TestDatabase database, String... options)
            throws IOException {
        return startOn(Infrastructure.CHOSEN.kafkaBootstrapServers(), database, options);
    }

    /** The same, on a broker that not everybody uses. */
    public static ServiceProcess startOn(
            String kafkaServers, TestDatabase database, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It is killed before the second compiler would pay.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment(kafkaServers, database));
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(new File("target/service-process.log")));
        return new ServiceProcess(builder.start());
    }

    private static Map<String, String> environment(String kafkaServers, TestDatabase database) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                kafkaServers,
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "postgresql://" + database.address(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://" + database.address(),
                "QUARKUS_DATASOURCE_USERNAME",
                TestDatabase.USER,
                "QUARKUS_DATASOURCE_PASSWORD",
                TestDatabase.USER,
                "QUARKUS_HTTP_PORT",
                "0",
                "QUARKUS_MANAGEMENT_PORT",
                "0",
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                TestTokens.publicKeyFile().toUri().toString(),
                "MP_JWT_VERIFY_ISSUER",
                TestTokens.ISSUER);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Of one that ends by itself. */
    public int exitStatus() {
        awaitEnd(END_SECONDS_MAX, "It does not end by itself");
        return process.exitValue();
    }

    /** As {@code kill -9} does: no shutdown, no goodbye. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd(STOP_SECONDS_MAX, "It does not stop when it is asked to");
    }

    private void awaitEnd(int seconds, String otherwise) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(otherwise);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
