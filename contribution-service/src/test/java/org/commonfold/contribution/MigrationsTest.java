package org.commonfold.contribution;

import org.commonfold.kit.testing.MigrationRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The migrations of contribution-service")
class MigrationsTest {

    @Test
    void are_what_they_were() {
        MigrationRules.assertUnchanged();
    }
}
