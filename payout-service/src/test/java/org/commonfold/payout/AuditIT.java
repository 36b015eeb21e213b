package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.ledger.persistence.BooksCheck;
import org.commonfold.payout.ledger.persistence.LedgerAudit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

import javax.sql.DataSource;

/** Others put money into balances that no entry put there: only what changes is told. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(AuditIT.WhenAsked.class)
@DisplayName("The audit of the ledger")
class AuditIT {

    private static final int POSTINGS_AT_ONCE = 1000;
    private static final Duration ROUND_MAX = Duration.ofMinutes(2);

    private static final String MOVE = """
            update balance set accrued = accrued - %1$d, available = available + %1$d
             where commons_id = '%2$s' and owner = 'treasury:%2$s'""";

    private static final String OWE = """
            update balance set debit = debit + case owner when 'bank' then -(%1$d) else %1$d end
             where commons_id = '%2$s' and owner in ('bank', 'partner:acme')""";

    /** One that the treasury has of a revenue. */
    private static final String POSTING = """
            set session_replication_role = replica;
            update posting set micros = micros + (%d)
             where owner = 'treasury:%s' and kind = 'accrued' and micros < 0 and entry_id =
                   (select entry_id from entry where revenue_id = '%s' and kind = 'distribution');
            set session_replication_role = default""";

    /** By nobody else. */
    public static class WhenAsked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ledger.audit-every", "off");
        }
    }

    @Inject
    DataSource source;

    @Inject
    BooksCheck check;

    @Inject
    LedgerAudit audit;

    @Inject
    MeterRegistry metrics;

    private Database database;
    private Laboratory lab;
    private String first;
    private String second;

    @BeforeEach
    void two_revenues_one_of_them_received() {
        database = new Database(source);
        lab = Laboratory.founded(source).earningIn("ISK");
        lab.published("ada");
        first = lab.declared("100");
        second = lab.declared("50");
        lab.received(first, "33").written().entry(first, "release");
    }

    private double found() {
        return metrics.get("ledger_unbooked_micros").gauge().value();
    }

    private void goOnBehind(String owner, String commonsId) {
        String update = "update ledger_audit set after_owner = '%s', after_commons_id = '%s'";
        database.execute(update.formatted(owner, commonsId));
    }

    private boolean isAtTheBeginning() {
        return database.number("select count(*) from ledger_audit where after_owner = ''") == 1;
    }

    private double foundInARound() {
        goOnBehind("", "");
        await().atMost(ROUND_MAX).until(() -> {
            audit.audit(POSTINGS_AT_ONCE).await().atMost(ROUND_MAX);
            return isAtTheBeginning();
        });
        return found();
    }

    private double imbalance() {
        check.check().await().indefinitely();
        return metrics.get("ledger_imbalance_micros").gauge().value();
    }

    @Test
    void finds_balances_that_were_changed_so_that_the_books_still_balance() {
        double before = foundInARound();
        double balanced = imbalance();

        database.execute(MOVE.formatted(5, lab.id));
        assertThat(foundInARound()).isEqualTo(before + 10);
        database.execute(MOVE.formatted(-5, lab.id));
        database.execute(OWE.formatted(7, lab.id));
        assertThat(foundInARound()).isEqualTo(before + 14);
        assertThat(imbalance()).isEqualTo(balanced);
        database.execute(OWE.formatted(-7, lab.id));
        assertThat(foundInARound()).isEqualTo(before);
    }

    @Test
    void finds_a_posting_that_was_changed_which_no_balance_shows() {
        double before = foundInARound();
        double balanced = imbalance();

        database.execute(POSTING.formatted(5, lab.id, first));
        assertThat(foundInARound()).isEqualTo(before + 5);
        assertThat(imbalance()).isEqualTo(balanced);
        database.execute(POSTING.formatted(-5, lab.id, first));
        assertThat(foundInARound()).isEqualTo(before);
    }

    @Test
    void finds_a_balance_that_is_gone() {
        double before = foundInARound();
        database.execute("delete from balance where owner = 'treasury:" + lab.id + "'");

        // Nobody's work was rated: it has all of both revenues.
        assertThat(foundInARound()).isEqualTo(before + 150_000_000);
    }

    /** Replays and the transparency log find it. */
    @Test
    void leaves_to_the_hashes_what_keeps_the_sums_of_postings() {
        double before = foundInARound();
        database.execute(POSTING.formatted(5, lab.id, first));
        database.execute(POSTING.formatted(-5, lab.id, second));

        assertThat(foundInARound()).isEqualTo(before);
    }

    @Test
    void looks_at_the_account_of_so_many_postings_and_goes_on_from_there() {
        double before = foundInARound();
        database.execute(MOVE.formatted(5, lab.id));

        goOnBehind("bank", lab.id);
        audit.audit(1).await().indefinitely();
        assertThat(found()).isEqualTo(before);
        goOnBehind("treasury:" + lab.id, "");
        audit.audit(1).await().indefinitely();
        assertThat(found()).isEqualTo(before + 10);
        // Nothing of what was found is forgotten until it is looked at again.
        goOnBehind("", "");
        audit.audit(1).await().indefinitely();
        assertThat(found()).isEqualTo(before + 10);
    }

    /** That is for {@code BooksUnchecked} to tell; 0 would say that all is well. */
    @Test
    void is_no_number_where_nobody_has_looked_of_late_or_not_at_all() {
        foundInARound();
        database.execute("delete from unbooked");
        assertThat(foundWhileAnotherIsAtIt()).isZero();

        database.execute("update ledger_audit set looked_at = now() - interval '10 minutes'");
        assertThat(foundWhileAnotherIsAtIt()).isNaN();
        database.execute("update ledger_audit set looked_at = now(), all_since = null");
        assertThat(foundWhileAnotherIsAtIt()).isNaN();
        foundInARound();
    }

    private double foundWhileAnotherIsAtIt() {
        try (Connection other = source.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from ledger_audit for update");
            audit.audit(1).await().atMost(ROUND_MAX);
            other.rollback();
            return found();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void is_no_number_where_it_waits_for_a_lock() throws SQLException {
        foundInARound();
        try (Connection other = source.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table balance in access exclusive mode");
            assertThatThrownBy(() -> audit.audit(1).await().atMost(ROUND_MAX))
                    .hasMessageContaining("statement timeout");
            assertThat(found()).isNaN();
            assertThatThrownBy(() -> check.check().await().atMost(ROUND_MAX))
                    .hasMessageContaining("statement timeout");
            assertThat(metrics.get("ledger_imbalance_micros").gauge().value()).isNaN();
            other.rollback();
        }
    }

    @Test
    void tells_since_when_all_were_looked_at() {
        foundInARound();
        long rounds =
                database.number("select count(*) from ledger_audit where all_since < began_at");
        assertThat(rounds).isEqualTo(1);
    }
}
