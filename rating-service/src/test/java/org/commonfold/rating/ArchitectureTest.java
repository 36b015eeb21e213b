package org.commonfold.rating;

import org.commonfold.kit.testing.LayerRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The layers of rating-service")
class ArchitectureTest {

    @Test
    void are_kept_apart() {
        new LayerRules("org.commonfold.rating").assertKept();
    }
}
