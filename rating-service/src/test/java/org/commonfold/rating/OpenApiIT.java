package org.commonfold.rating;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.commonfold.kit.testing.CommittedOpenApi;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The OpenAPI document of rating-service")
class OpenApiIT {

    @Test
    void is_the_one_committed() {
        CommittedOpenApi.assertUpToDate("rating-service");
    }

    @Test
    void is_served_beside_the_service_with_a_page_to_try_it() {
        CommittedOpenApi.assertServed();
    }
}
