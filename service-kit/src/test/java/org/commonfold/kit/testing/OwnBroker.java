package org.commonfold.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** As {@link RealInfrastructure}, with a log that nobody else writes: for what concerns it all. */
public final class OwnBroker implements QuarkusTestResourceLifecycleManager {

    private EmbeddedBroker broker;

    /** Without what the other tests share; to be extended, as each class of it is a start. */
    public static class Alone implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OwnBroker.class));
        }
    }

    @Override
    public Map<String, String> start() {
        broker = EmbeddedBroker.start();
        Map<String, String> settings = new HashMap<>(new RealInfrastructure().start());
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        return settings;
    }

    @Override
    public void stop() {
        broker.close();
    }
}
