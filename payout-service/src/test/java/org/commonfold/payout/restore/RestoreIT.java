package org.commonfold.payout.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.OwnBroker;
import org.commonfold.kit.testing.ServiceProcess;
import org.commonfold.kit.testing.TestDatabase;
import org.commonfold.payout.Laboratory;
import org.commonfold.payout.payment.Bank;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

@QuarkusTest
@TestProfile(RestoreIT.Lost.class)
@DisplayName("A ledger that was lost")
@Tag("long")
class RestoreIT {

    /** Has its log to itself. */
    public static final class Lost extends OwnBroker.Alone {}

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CHAINS = """
            select commons_id || ' ' || sequence || ' ' || entry_id || ' ' || encode(hash, 'hex')
              from chain order by commons_id, sequence""";
    private static final String BALANCES = """
            select concat_ws(' ', commons_id, owner, currency, accrued, available, reserved, paid,
                             debit)
              from balance order by commons_id, owner, currency""";
    private static final String TOLD = """
            select event_id || ' ' || encode(data, 'hex') from event
             where topic = 'payout.log' and stream_id like 'commons.log/%' order by 1""";
    private static final String UNSENT = "select count(*) from event where sent_at is null";

    @Inject
    DataSource source;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    /** Payouts come between entries of the log, at the end, and two at a time. */
    @Test
    void is_the_same_again_entry_by_entry_payouts_included() throws IOException {
        Database database = new Database(source);
        Bank bank = new Bank(database, "EUR");
        Bank.account("ada", Bank.IBAN).then().statusCode(200);
        Bank.account("bob", Bank.IBAN).then().statusCode(200);
        for (int commons = 0; commons < 3; commons++) {
            Laboratory lab = Laboratory.founded(source).at(servers);
            String work = lab.published("ada", "bob", "cy");
            lab.rated("rex", work, 5).rated("rita", work, 4);
            String revenue = lab.declared("100.01");
            lab.received(revenue, "50.00").written().entry(revenue, "release");
            Bank.cancel(bank.approved("1.00")).then().statusCode(200);
            bank.approved("1.00");
            String another = lab.declared("33.33");
            lab.received(another, "33.33").written().entry(another, "release");
        }
        bank.approved("1.00");
        await().atMost(PATIENCE).until(() -> database.number(UNSENT) == 0);

        List<String> chains = database.texts(CHAINS);
        TestDatabase anew = TestDatabase.create();
        try (ServiceProcess restored = ServiceProcess.startOn(
                servers, anew, "-Dmp.messaging.incoming.log.group.id=restored")) {
            await().atMost(PATIENCE)
                    .until(() -> restored.isAlive() && anew.texts(CHAINS).size() == chains.size());
        }

        assertThat(chains).hasSizeGreaterThan(20);
        assertThat(anew.texts(CHAINS)).isEqualTo(chains);
        assertThat(anew.texts(BALANCES)).isEqualTo(database.texts(BALANCES));
        assertThat(anew.texts(TOLD)).isNotEmpty().isEqualTo(database.texts(TOLD));
        assertThat(anew.number("select count(*) from payout_to_restore")).isZero();
    }
}
