package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.payout.payment.Bank.approve;
import static org.commonfold.payout.payment.Bank.atOnce;
import static org.commonfold.payout.payment.Bank.cancel;
import static org.commonfold.payout.payment.Bank.file;
import static org.commonfold.payout.payment.Bank.read;
import static org.commonfold.payout.payment.Bank.tess;
import static org.commonfold.payout.payment.Bank.theo;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(PaymentFileIT.WithDebtor.class)
@DisplayName("The file for the bank")
public class PaymentFileIT {

    /** An account to pay from. */
    public static class WithDebtor implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "payout.debtor.name",
                    "Sensorica Commons",
                    "payout.debtor.iban",
                    "NL91ABNA0417164300");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class);
        }
    }

    @Inject
    DataSource source;

    private Database database;
    private Bank bank;

    @BeforeEach
    void a_bank() {
        database = new Database(source);
        database.execute("update balance set available = 0 where currency = 'EUR'");
        bank = new Bank(database, "EUR");
    }

    @Test
    void is_valid_and_its_sums_are_those_of_its_transfers() {
        bank.personWith(12_345_678);
        bank.personWith(99_999_999);
        String left = bank.personWith(50_000_000);
        String runId = bank.prepared("10.00");
        Bank.account(left, Bank.OTHER_IBAN);
        approve(theo(), runId).then().statusCode(200);

        BankFile pain001 = BankFile.read(file(runId).asByteArray());

        assertThat(pain001.all("NbOfTxs")).containsExactly("2", "2");
        assertThat(pain001.all("CtrlSum")).containsExactly("112.33", "112.33");
        assertThat(pain001.sumOfTransfers()).isEqualTo(new BigDecimal("112.33"));
        assertThat(pain001.all("MsgId")).containsExactly(runId.replace("-", ""));
        assertThat(pain001.all("IBAN"))
                .containsExactly("NL91ABNA0417164300", Bank.IBAN_PLAIN, Bank.IBAN_PLAIN);
        List<String> ids = pain001.all("EndToEndId");
        assertThat(new HashSet<>(ids)).hasSize(2).allMatch(id -> id.length() <= 35);
    }

    @Test
    void is_the_same_however_often_it_is_fetched() {
        String ada = bank.personWith(12_345_678);
        String runId = bank.approved("10.00");

        byte[] first = file(runId)
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"pain.001-" + runId + ".xml\"")
                .extract()
                .asByteArray();
        Bank.account(ada, Bank.OTHER_IBAN);

        assertThat(file(runId).asByteArray()).isEqualTo(first);
    }

    /** SEPA is for euros, between accounts that it reaches; the file may have others too. */
    @Test
    void asks_for_sepa_where_that_reaches() {
        String ada = bank.personWith(12_340_000);
        Bank.account(ada, "BR1500000000000010932840814P2").then().statusCode(200);
        bank.personWith(56_780_000);
        BankFile euros = BankFile.read(file(bank.approved("10.00")).asByteArray());
        assertThat(euros.all("SvcLvl")).containsExactly("SEPA");
        assertThat(euros.all("ChrgBr")).containsExactlyInAnyOrder("SLEV", "SHAR");

        Bank dollars = new Bank(database, "USD");
        database.execute("update balance set available = 0 where currency = 'USD'");
        dollars.personWith(12_340_000);
        BankFile file = BankFile.read(file(dollars.approved("10.00")).asByteArray());
        assertThat(file.all("SvcLvl")).isEmpty();
        assertThat(file.all("ChrgBr")).containsExactly("SHAR");
    }

    /** Of nothing (yen), and of thousandths (Kuwaiti dinars). */
    @ParameterizedTest
    @CsvSource({"JPY, 12345678, 12, 345678", "KWD, 12345678, 12.345, 678"})
    void has_the_minor_units_of_its_currency(
            String currency, long micros, String amount, long left) {
        database.execute("update balance set available = 0 where currency = '" + currency + "'");
        Bank other = new Bank(database, currency);
        String ada = other.personWith(micros);

        BankFile pain001 = BankFile.read(file(other.approved("1")).asByteArray());

        assertThat(pain001.all("InstdAmt")).containsExactly(amount);
        assertThat(pain001.all("CtrlSum")).containsExactly(amount, amount);
        assertThat(other.balanceOf(ada)).isEqualTo(left + " " + (micros - left) + " 0");
    }

    @Test
    void that_is_only_looked_at_is_not_fetched() {
        bank.personWith(12_340_000);
        String runId = bank.approved("10.00");

        tess().head("/v1/payout-runs/" + runId + "/pain.001").then().statusCode(200);

        read(runId).then().body("state", equalTo("approved"));
        cancel(runId).then().statusCode(200);
        tess().head("/v1/payout-runs/" + runId + "/pain.001").then().statusCode(409);
    }

    @Test
    void is_not_there_before_approval_nor_after_cancellation() {
        bank.personWith(12_345_678);
        String runId = bank.prepared("10.00");
        file(runId).then().statusCode(409).body("type", equalTo("/problems/run-not-approved"));
        cancel(runId);
        file(runId).then().statusCode(409).body("type", equalTo("/problems/run-cancelled"));
        file(Bank.commons()).then().statusCode(404);
    }

    @Test
    void that_was_fetched_keeps_its_run_from_being_cancelled() {
        String ada = bank.personWith(12_340_000);
        String runId = bank.approved("10.00");
        file(runId).then().statusCode(200);

        cancel(runId).then().statusCode(409).body("type", equalTo("/problems/file-fetched"));
        read(runId).then().body("state", equalTo("fetched"));
        assertThat(bank.balanceOf(ada)).isEqualTo("0 12340000 0");
    }

    @Test
    void that_is_fetched_while_its_run_is_cancelled_is_fetched_or_there_is_none() {
        for (int i = 0; i < 10; i++) {
            String ada = bank.personWith(12_340_000);
            String runId = bank.approved("10.00");

            List<Integer> statuses =
                    atOnce(() -> file(runId).statusCode(), () -> cancel(runId).statusCode());

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            boolean isFetched = statuses.get(0) == 200;
            read(runId).then().body("state", equalTo(isFetched ? "fetched" : "cancelled"));
            assertThat(bank.balanceOf(ada)).isEqualTo(isFetched ? "0 12340000 0" : "12340000 0 0");
            database.execute("update balance set available = 0 where currency = 'EUR'");
        }
    }
}
