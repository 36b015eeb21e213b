package org.commonfold.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a service under test the real broker, a database of its own and the keys of the test
 * tokens. The broker is shared by all starts in one JVM: tests use ids of their own.
 */
public final class RealInfrastructure implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String address = TestDatabase.create().address();
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", Infrastructure.CHOSEN.kafkaBootstrapServers());
        settings.put("quarkus.datasource.reactive.url", "postgresql://" + address);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + address);
        settings.put("quarkus.datasource.username", TestDatabase.USER);
        settings.put("quarkus.datasource.password", TestDatabase.USER);
        Path publicKey = TestTokens.publicKeyFile();
        settings.put("mp.jwt.verify.publickey.location", publicKey.toUri().toString());
        settings.put("mp.jwt.verify.issuer", TestTokens.ISSUER);
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        return settings;
    }

    @Override
    public void stop() {
        // The broker and the database serve the next start too; they end with the JVM.
    }
}
