package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;

import org.commonfold.payout.payment.Bank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;

@DisplayName("What was sealed with a former key")
class KeyRotationLongIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String FORMER = "development:ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtMzI=";
    private static final String NEW = "new:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String NAME = "-Dpayout.debtor.name=Sensorica Commons";
    private static final String IBAN = "-Dpayout.debtor.iban=NL91ABNA0417164300";

    private static final String OLD = """
            select (select count(*) from payout_account where sealed not like 'new:%')
                 + (select count(*) from payout where sealed not like 'new:%')
                 + (select count(*) from payout_run where debtor not like 'new:%')""";

    private static final String FUND = """
            insert into balance (commons_id, owner, currency, available)
            values ('c', 'contributor:ada', 'EUR', 12340000)""";

    /** Comes first, and nobody has its key any more. */
    private static final String LOST = """
            insert into payout_account values
            ('eve', '00000000-0000-0000-0000-000000000001', 'lost:AAAA', now())""";

    @AfterEach
    void as_others_ask() {
        RestAssured.reset();
    }

    @Test
    void is_sealed_anew_so_that_the_former_key_can_go() throws IOException {
        try (Alone payout = Alone.start(1, NAME, IBAN)) {
            RestAssured.port = payout.port();
            Bank.account("ada", Bank.IBAN).then().statusCode(200);
            payout.database.execute(FUND);
            String runId = new Bank(null, "EUR").approved("10.00");
            byte[] file = Bank.file(runId).asByteArray();
            assertThat(payout.database.number(OLD)).isEqualTo(3);
            payout.database.execute(LOST);

            payout.restart(NAME, IBAN, "-Dsealing.keys=" + NEW + "," + FORMER);
            await().atMost(PATIENCE).until(() -> payout.database.number(OLD) == 1);

            payout.restart(NAME, IBAN, "-Dsealing.keys=" + NEW);
            assertThat(Bank.file(runId).asByteArray()).isEqualTo(file);
        }
    }
}
