package org.commonfold.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.util.HashMap;
import java.util.Map;

/** As {@link RealInfrastructure}, with a cable to the database that tests may cut. */
public final class BreakableDatabase implements QuarkusTestResourceLifecycleManager {

    /** The cable of the service under test. */
    public static final DatabaseCable CABLE =
            new DatabaseCable(Infrastructure.CHOSEN.postgresAddress());

    private final RealInfrastructure real = new RealInfrastructure();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(real.start());
        String direct = settings.get("quarkus.datasource.reactive.url");
        String database = direct.substring(direct.lastIndexOf('/'));
        settings.put(
                "quarkus.datasource.reactive.url",
                "postgresql://localhost:" + CABLE.port() + database);
        return settings;
    }

    @Override
    public void stop() {
        real.stop();
    }
}
