package org.commonfold.manifests;

import com.fasterxml.jackson.databind.JsonNode;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.commonfold.kit.testing.EmbeddedBroker;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The jars of the four services on this machine, in the very environment that the manifests
 * declare: other than there are addresses, and what the secrets hold.
 */
final class DeclaredSystem implements AutoCloseable {

    private static final int MIGRATION_SECONDS_MAX = 120;
    private static final int STOP_SECONDS_MAX = 30;

    private final Manifests manifests;
    private final Path folder;
    private final Identity identity;
    private final Map<String, Integer> ports = new HashMap<>();
    private final List<Process> processes = new ArrayList<>();
    private SecuredKafka.Certificate certificate;
    private EmbeddedPostgres postgres;
    private SecuredKafka kafka;

    DeclaredSystem(Manifests manifests, Path folder, Identity identity) {
        this.manifests = manifests;
        this.folder = folder;
        this.identity = identity;
    }

    /** Broker, topics and users; databases, migrated by their Jobs; then the services. */
    void start() throws Exception {
        certificate = SecuredKafka.Certificate.create(folder);
        kafka = SecuredKafka.start(certificate);
        for (JsonNode topic : manifests.ofKind("KafkaTopic").toList()) {
            kafka.create(topic);
        }
        for (JsonNode user : manifests.ofKind("KafkaUser").toList()) {
            kafka.add(user);
        }
        postgres = EmbeddedPostgres.builder().start();
        for (String service : Manifests.SERVICES) {
            createDatabase(service);
            migrate(service);
        }
        for (Map.Entry<String, JsonNode> service : manifests.services().entrySet()) {
            processes.add(run(service.getKey(), service.getValue(), ""));
        }
    }

    SecuredKafka kafka() {
        return kafka;
    }

    int port(String service) {
        return ports.computeIfAbsent(service, any -> EmbeddedBroker.freePort());
    }

    int managementPort(String service) {
        return port(service + " management");
    }

    private void createDatabase(String service) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role \"%s\" login".formatted(service));
            statement.execute("create database \"%s\" owner \"%s\"".formatted(service, service));
        }
    }

    private void migrate(String service) throws Exception {
        JsonNode job = manifests.find("Job", service + "-migration").orElseThrow();
        Process process = run(service, job, "-migration");
        if (!process.waitFor(MIGRATION_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    service + " does not migrate and end; see " + log(service, "-migration"));
        }
    }

    private Process run(String service, JsonNode workload, String suffix) throws Exception {
        Path jar = Path.of("..", "..", service, "target", "quarkus-app", "quarkus-run.jar");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        // The same share of this machine's memory would be too much for it.
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(), "-Xmx384m", "-XX:+UseSerialGC", "-jar", jar.toString());
        builder.environment().clear();
        builder.environment().putAll(environment(service, workload));
        return builder.redirectErrorStream(true)
                .redirectOutput(log(service, suffix).toFile())
                .start();
    }

    private static Path log(String service, String suffix) {
        return Path.of("target", service + suffix + ".log").toAbsolutePath();
    }

    private Map<String, String> environment(String service, JsonNode workload) {
        Map<String, String> environment = manifests.environment(workload, this::secret);
        String database = "postgresql://localhost:%d/%s".formatted(postgres.getPort(), service);
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + database);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("KAFKA_SSL_TRUSTSTORE_LOCATION", certificate.authority().toString());
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", identity.keyLocation());
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port(service)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort(service)));
        return environment;
    }

    /** What the operators, and whoever keeps the secrets, would have put there. */
    private String secret(String secret, String key) {
        return switch (key) {
            case "sasl.jaas.config" -> SecuredKafka.login(secret);
            case "username" -> secret.replace("-database-app", "");
            case "password" -> "trusted-on-loopback";
            case "keys" -> "first:" + Base64.getEncoder().encodeToString(new byte[32]);
            default -> null;
        };
    }

    @Override
    public void close() throws IOException {
        processes.forEach(Process::destroy);
        processes.forEach(DeclaredSystem::awaitEnd);
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException impatient) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
