package org.commonfold.revenue;

import org.commonfold.kit.testing.LayerRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The layers of revenue-service")
class ArchitectureTest {

    @Test
    void are_kept_apart() {
        new LayerRules("org.commonfold.revenue").assertKept();
    }
}
