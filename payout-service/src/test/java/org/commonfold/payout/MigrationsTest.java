package org.commonfold.payout;

import org.commonfold.kit.testing.MigrationRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The migrations of payout-service")
class MigrationsTest {

    @Test
    void are_what_they_were() {
        MigrationRules.assertUnchanged();
    }
}
