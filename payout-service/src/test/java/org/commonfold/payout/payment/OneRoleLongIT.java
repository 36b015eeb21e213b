package org.commonfold.payout.payment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(
        value = OrdinaryRoles.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = OrdinaryRoles.COUNT, value = "1"))
@TestProfile(OneRoleLongIT.Alone.class)
@DisplayName("A service that owns its tables")
class OneRoleLongIT {

    /** With roles of its own. */
    public static class Alone implements QuarkusTestProfile {}

    @Inject
    DataSource source;

    @Test
    void serves_and_cannot_change_what_was_booked() {
        AppendOnly.assertServes(source);
        AppendOnly.assertUnchangeable(source);
    }
}
