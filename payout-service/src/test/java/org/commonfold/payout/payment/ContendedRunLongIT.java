package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.payout.payment.Bank.approve;
import static org.commonfold.payout.payment.Bank.cancel;
import static org.commonfold.payout.payment.Bank.theo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.Laboratory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A payout run, while others move the same balances,")
class ContendedRunLongIT {

    private static final int PEOPLE = 1_000;
    private static final int APPROVALS = 3;
    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String WAITING =
            "select count(*) from pg_locks where not granted and locktype <> 'virtualxid'";
    private static final String DEADLOCKS =
            "select deadlocks from pg_stat_database where datname = current_database()";

    @Inject
    DataSource source;

    private Database database;
    private Bank bank;

    @BeforeEach
    void a_bank() {
        database = new Database(source);
        database.execute("update balance set available = 0 where currency = 'CHF'");
        bank = new Bank(database, "CHF");
    }

    @Test
    void gives_way_and_is_tried_again() throws SQLException {
        String ada = bank.personWith(25_000_000);
        String runId = bank.prepared("10.00");
        try (Connection other = source.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "select from balance where owner = 'contributor:" + ada + "' for update");

            CompletableFuture<Integer> status =
                    CompletableFuture.supplyAsync(() -> approve(theo(), runId).statusCode());
            await().atMost(PATIENCE).until(() -> database.number(WAITING) > 0);
            CompletableFuture.runAsync(
                            () -> rollback(other),
                            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
                    .join();

            assertThat(status.join()).isEqualTo(200);
        }
        assertThat(bank.balanceOf(ada)).isEqualTo("0 25000000 0");
    }

    private long releases(String revenue) {
        return database.number("select count(*) from entry"
                + " where kind = 'release' and revenue_id = '" + revenue + "'");
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All of the fold's batches move the balances of all whom the run pays. */
    @Test
    void and_the_fold_wait_for_each_other_and_never_block_each_other() {
        String[] people = IntStream.range(0, PEOPLE)
                .mapToObj(n -> "payee-" + n + "-" + Bank.commons())
                .toArray(String[]::new);
        IntStream.range(0, PEOPLE)
                .parallel()
                .forEach(n -> Bank.account(people[n], Bank.IBAN).then().statusCode(200));
        Laboratory lab = Laboratory.founded(source).earningIn("CHF");
        String work = lab.published(people);
        lab.rated("rex", work, 5).rated("rita", work, 4);
        String revenue = lab.declared("90000.00");
        lab.received(revenue, "50000.00").written().entry(revenue, "release");

        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> arriving = CompletableFuture.runAsync(() -> {
            for (long sent = AT_ONCE; !isOver.get(); sent += AT_ONCE) {
                IntStream.range(0, AT_ONCE).forEach(n -> lab.received(revenue, "0.01"));
                lab.written();
                // Without a backlog, which whoever comes next in this partition would wait for.
                long releases = sent + 1;
                await().atMost(PATIENCE).until(() -> releases(revenue) == releases);
            }
        });
        for (int i = 0; i < APPROVALS; i++) {
            String runId = bank.prepared("10.00");
            approve(theo(), runId).then().statusCode(200);
            cancel(runId).then().statusCode(200);
        }
        isOver.set(true);
        arriving.join();
        assertThat(database.number(DEADLOCKS)).isZero();
    }
}
