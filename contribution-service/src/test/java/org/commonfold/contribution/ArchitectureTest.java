package org.commonfold.contribution;

import org.commonfold.kit.testing.LayerRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The layers of contribution-service")
class ArchitectureTest {

    @Test
    void are_kept_apart() {
        new LayerRules("org.commonfold.contribution").assertKept();
    }
}
