package org.commonfold.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.util.HashMap;
import java.util.Map;

/** As {@link RealInfrastructure}, but the service's broker is not there until a test starts it. */
public final class NoBrokerYet implements QuarkusTestResourceLifecycleManager {

    private static final int PORT = EmbeddedBroker.freePort();

    private final RealInfrastructure real = new RealInfrastructure();

    /** The broker that the service has been waiting for; to be closed by who started it. */
    public static EmbeddedBroker startBroker() {
        return EmbeddedBroker.start(PORT);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(real.start());
        settings.put("kafka.bootstrap.servers", "localhost:" + PORT);
        return settings;
    }

    @Override
    public void stop() {
        real.stop();
    }
}
