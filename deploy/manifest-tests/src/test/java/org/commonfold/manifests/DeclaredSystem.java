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

    private static final int END_SECONDS_MAX = 120;
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
            processes.add(run(service.getKey(), service.getKey(), service.getValue()));
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
            // Which some have beside the owner.
            statement.execute("create role \"%s-database-service\" login".formatted(service));
            statement.execute("create database \"%s\" owner \"%s\"".formatted(service, service));
        }
    }

    private void migrate(String service) throws Exception {
        JsonNode job = manifests.find("Job", service + "-migration").orElseThrow();
        if (exitStatus(run(service, service, job)) != 0) {
            throw new IllegalStateException(service + " is not migrated; see " + log(job));
        }
    }

    /** How a pod of it ends whose database nothing has migrated yet. */
    int exitStatusUnmigrated(String service) throws Exception {
        createDatabase(service + "-unmigrated");
        JsonNode deployment = manifests.services().get(service);
        return exitStatus(run(service, service + "-unmigrated", deployment));
    }

    private static int exitStatus(Process process) throws InterruptedException {
        if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("It does not end by itself");
        }
        return process.exitValue();
    }

    /** {@code instance} is the name of its database, and of its ports. */
    private Process run(String service, String instance, JsonNode workload) throws Exception {
        Path jar = Path.of("..", "..", service, "target", "quarkus-app", "quarkus-run.jar");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        // Four of them on one machine: a fixed share of its memory, and no long optimizing.
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(), "-Xmx384m", "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
        builder.environment().clear();
        builder.environment().putAll(environment(instance, workload));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(workload).toFile()))
                .start();
    }

    private static Path log(JsonNode workload) {
        return Path.of("target", Manifests.name(workload) + ".log").toAbsolutePath();
    }

    private Map<String, String> environment(String instance, JsonNode workload) {
        Map<String, String> environment = manifests.environment(workload, this::secret);
        String database = "postgresql://localhost:%d/%s".formatted(postgres.getPort(), instance);
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + database);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("KAFKA_SSL_TRUSTSTORE_LOCATION", certificate.authority().toString());
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", identity.keyLocation());
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port(instance)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort(instance)));
        return environment;
    }

    /** What the operators, and whoever keeps the secrets, would have put there. */
    private String secret(String secret, String key) {
        return switch (key) {
            case "sasl.jaas.config" -> SecuredKafka.login(secret);
            case "username" -> secret.replace("-database-app", "");
            case "password" -> "trusted-on-loopback";
            case "key" -> Base64.getEncoder().encodeToString(new byte[32]);
            case "origin" -> "commonfold.example/log";
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
