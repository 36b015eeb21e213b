package org.commonfold.payout;

import org.commonfold.kit.testing.LayerRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The layers of payout-service")
class ArchitectureTest {

    @Test
    void are_kept_apart() {
        new LayerRules("org.commonfold.payout").assertKept();
    }
}
