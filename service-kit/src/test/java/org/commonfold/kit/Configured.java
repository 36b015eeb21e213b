package org.commonfold.kit;

import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.Map;

/**
 * What is off, or otherwise, unless an operator sets it: origins of browsers, traces of whatever
 * callers leave to us, an outbox that looks by itself once a day.
 */
public final class Configured implements QuarkusTestProfile {

    /** One of the two. */
    public static final String ORIGIN = "https://app.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cors.origins", ORIGIN + ",https://other.example",
                "tracing.share", "1",
                "outbox.poll-interval", "24h");
    }
}
