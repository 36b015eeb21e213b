package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(
        value = OrdinaryRoles.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = OrdinaryRoles.COUNT, value = "2"))
@TestProfile(TwoRolesLongIT.Alone.class)
@DisplayName("A service that does not own its tables")
class TwoRolesLongIT {

    /** With roles of its own. */
    public static class Alone implements QuarkusTestProfile {}

    @Inject
    DataSource source;

    @Test
    void serves_and_cannot_change_what_was_booked() {
        AppendOnly.assertServes(source);
        AppendOnly.assertUnchangeable(source);
    }

    /** Nor can it give itself the right, or take the guards away. */
    @Test
    void cannot_help_itself() {
        Database database = new Database(source);
        // PostgreSQL only warns that nothing was granted.
        database.execute("grant update on entry to current_user");
        for (String attempt : List.of(
                "update entry set currency = 'USD'",
                "alter table entry disable trigger all",
                "drop trigger entry_append_only on entry",
                "set session_replication_role = replica")) {
            assertThatThrownBy(() -> database.execute(attempt))
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }
}
