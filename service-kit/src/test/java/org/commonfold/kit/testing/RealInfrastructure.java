package org.commonfold.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives a service under test the real broker, a database of its own and the keys of the test
 * tokens. The broker is shared by all starts in one JVM: tests use ids of their own.
 */
public final class RealInfrastructure implements QuarkusTestResourceLifecycleManager {

    private static final AtomicInteger STARTS = new AtomicInteger();

    @Override
    public Map<String, String> start() {
        String database = "test_" + STARTS.incrementAndGet();
        createDatabase(database);
        String address = Infrastructure.CHOSEN.postgresAddress() + "/" + database;
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", Infrastructure.CHOSEN.kafkaBootstrapServers());
        settings.put("quarkus.datasource.reactive.url", "postgresql://" + address);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + address);
        settings.put("quarkus.datasource.username", "postgres");
        settings.put("quarkus.datasource.password", "postgres");
        Path publicKey = TestTokens.publicKeyFile();
        settings.put("mp.jwt.verify.publickey.location", publicKey.toUri().toString());
        settings.put("mp.jwt.verify.issuer", TestTokens.ISSUER);
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        return settings;
    }

    private static void createDatabase(String name) {
        String url = "jdbc:postgresql://" + Infrastructure.CHOSEN.postgresAddress() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void stop() {
        // The broker and the database serve the next start too; they end with the JVM.
    }
}
