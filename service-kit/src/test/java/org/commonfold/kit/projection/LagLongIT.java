package org.commonfold.kit.projection;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.commonfold.kit.testing.BreakableDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
@TestProfile(LagLongIT.OftenLooked.class)
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("What a service tells of its database and of how far behind the log it is")
class LagLongIT {

    /** One that no other test writes transactions to, whose ends are never read. */
    private static final int PARTITION = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LAG =
            "{partition=\"" + PARTITION + "\",topic=\"" + KitLog.TOPIC + "\"}";

    /** So that nobody waits. */
    public static final class OftenLooked implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("log.lag-every", "1s");
        }
    }

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    LogLag lag;

    @AfterEach
    void all_is_well_again() {
        BreakableDatabase.CABLE.mend();
    }

    private double told(String sample) {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .findFirst()
                .orElse(-1);
    }

    private void awaitTold(String sample, double value) {
        Awaitility.await(sample)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(sample)).isEqualTo(Double.valueOf(value)));
    }

    @Test
    void is_true_while_it_is_cut_off_and_when_it_has_caught_up() throws Exception {
        KitLog.write(PARTITION, UUID.randomUUID().toString());
        // Now, so that no zero is of before it.
        lag.lookAtLog();
        awaitTold("log_lag_records" + LAG, 0);
        awaitTold("log_lag_seconds" + LAG, 0);
        awaitTold("log_broker_up", 1);
        awaitTold("health_up{probe=\"readiness\"}", 1);
        awaitTold("outbox_unsent_events", 0);

        BreakableDatabase.CABLE.cut();
        KitLog.write(PARTITION, UUID.randomUUID().toString(), UUID.randomUUID().toString());
        awaitTold("log_lag_records" + LAG, 2);
        Awaitility.await().atMost(PATIENCE).until(() -> told("log_lag_seconds" + LAG) > 1);
        awaitTold("health_up{probe=\"readiness\"}", 0);
        awaitTold("outbox_unsent_events", Double.NaN);

        BreakableDatabase.CABLE.mend();
        awaitTold("log_lag_records" + LAG, 0);
        awaitTold("log_lag_seconds" + LAG, 0);
        awaitTold("health_up{probe=\"readiness\"}", 1);
        awaitTold("outbox_unsent_events", 0);
    }
}
