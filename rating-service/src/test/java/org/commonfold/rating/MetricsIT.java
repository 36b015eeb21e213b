package org.commonfold.rating;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.commonfold.kit.testing.DocumentedMetrics;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.URI;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What rating-service tells in metrics")
class MetricsIT {

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void is_what_is_documented_and_nothing_else() {
        DocumentedMetrics.assertExposed("rating", metrics);
    }
}
