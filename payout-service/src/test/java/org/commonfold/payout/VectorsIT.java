package org.commonfold.payout;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.fold.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("payout-service, started alone on a broker with the vectors' logs")
class VectorsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void gives_their_balances_and_rejects_what_they_reject() {
        Vector vector = Vector.named("large");
        List<String> othersBalances = ledgerBalances();
        try (CommonsLog log = CommonsLog.connect()) {
            log.write(vector.log());
            // At least once: the whole log again, every event under the id it had.
            log.write(vector.log());

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ledgerBalances())
                            .filteredOn(row -> !othersBalances.contains(row))
                            .isEqualTo(vector.balances()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(log.rejected()).isEqualTo(vector.rejected()));
        }
    }

    static List<String> ledgerBalances() {
        String lines = given().auth()
                .oauth2(token("tess", "treasurer"))
                .get("/v1/ledger/balances")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return lines.lines().map(Vector::parse).map(Vector::balance).sorted().toList();
    }
}
