package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.payout.payment.Bank.as;
import static org.commonfold.payout.payment.Bank.file;
import static org.commonfold.payout.payment.Bank.report;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(PaymentFileIT.WithDebtor.class)
@DisplayName("An account")
class NeverLoggedIT {

    private static final String HOLDER = "Ada Lovelace";

    @Inject
    DataSource source;

    /** All that is logged, as it would be read. */
    private static final class Listener extends Handler {

        private final Queue<String> said = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord logged) {
            if (String.valueOf(logged.getLoggerName()).startsWith("org.apache.http")) {
                // Who sends the account is no part of the service.
                return;
            }
            StringBuilder text = new StringBuilder().append(logged.getMessage());
            if (logged.getParameters() != null) {
                for (Object parameter : logged.getParameters()) {
                    text.append(' ').append(parameter);
                }
            }
            for (Throwable cause = logged.getThrown(); cause != null; cause = cause.getCause()) {
                text.append(' ').append(cause);
            }
            said.add(text.toString());
        }

        @Override
        public void flush() {
            // There is nothing between.
        }

        @Override
        public void close() {
            // There is nothing open.
        }
    }

    @Test
    void stands_in_no_log_whatever_is_done_with_it() {
        Logger everything = Logger.getLogger("");
        Level before = everything.getLevel();
        Listener listener = new Listener();
        listener.setLevel(Level.ALL);
        everything.addHandler(listener);
        everything.setLevel(Level.FINE);
        try {
            doEverything();
        } finally {
            everything.setLevel(before);
            everything.removeHandler(listener);
        }
        assertThat(listener.said).hasSizeGreaterThan(100);
        assertThat(listener.said)
                .noneMatch(line -> line.contains(Bank.IBAN_PLAIN)
                        || line.contains(Bank.IBAN)
                        || line.contains("DE88370400440532013000")
                        || line.contains(HOLDER));
    }

    /** Only its hash is: whoever reads the log learns nothing of an account. */
    @Test
    void stands_in_no_event_either() {
        doEverything();

        Database database = new Database(source);
        String told = "select count(*) from event where convert_from(data, 'UTF8') like '%%%s%%'";
        assertThat(database.number(told.formatted("payoutId"))).isPositive();
        for (String secret : List.of(Bank.IBAN_PLAIN, Bank.IBAN, HOLDER)) {
            assertThat(database.number(told.formatted(secret))).isZero();
        }
    }

    private void doEverything() {
        Database database = new Database(source);
        database.execute("update balance set available = 0 where currency = 'EUR'");
        Bank bank = new Bank(database, "EUR");
        String ada = bank.personWith(12_340_000);
        Bank.account(ada, "DE88370400440532013000").then().statusCode(422);
        as(ada, "contributor").get("/v1/contributors/me/payout-account").then().statusCode(200);
        String runId = bank.approved("10.00");
        Bank.payments(runId).then().statusCode(200);
        file(runId).then().statusCode(200);
        report(Pain002.of(runId).group("ACSC").xml()).then().statusCode(200);
        report("<Document>" + Bank.IBAN_PLAIN + "</Document>").then().statusCode(400);
    }
}
