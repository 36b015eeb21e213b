package org.commonfold.rating;

import org.commonfold.kit.testing.CommittedOpenApi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The OpenAPI document of rating-service")
class OpenApiIT {

    @Test
    void is_the_one_committed() {
        CommittedOpenApi.assertUpToDate("rating-service");
    }
}
