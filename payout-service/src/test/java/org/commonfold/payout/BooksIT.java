package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.ledger.persistence.BooksCheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The books")
class BooksIT {

    private static final String DEBITS = """
            select owner || ' ' || debit from balance
             where commons_id = '%s' and debit > 0 order by owner""";
    private static final String TAMPER =
            "update balance set %s = %s + %d where commons_id = '%s' and owner = '%s'";

    @Inject
    DataSource source;

    @Inject
    BooksCheck check;

    @Inject
    MeterRegistry metrics;

    /** Others put money into balances that no entry put there: only what changes is told. */
    private double imbalance() {
        check.check().await().indefinitely();
        return metrics.get("ledger_imbalance_micros").gauge().value();
    }

    @Test
    void balance_whatever_happens_to_a_revenue() {
        double before = imbalance();
        Laboratory lab = Laboratory.founded(source).earningIn("ISK");
        lab.published("ada");
        String part = lab.declared("100");
        lab.received(part, "33").voided(part);
        String whole = lab.declared("7");
        lab.received(whole, "7").written().entry(whole, "release");

        assertThat(new Database(source).texts(DEBITS.formatted(lab.id)))
                .containsExactly("bank 40000000");
        assertThat(imbalance()).isEqualTo(before);
    }

    @Test
    void that_are_off_in_two_currencies_do_not_make_up_for_one_another() {
        Database database = new Database(source);
        double before = imbalance();
        String[] commonses = new String[2];
        for (int i = 0; i < 2; i++) {
            Laboratory lab = Laboratory.founded(source).earningIn(i == 0 ? "ISK" : "JPY");
            String declared = lab.declared("100");
            lab.written().entry(declared, "distribution");
            commonses[i] = lab.id;
        }

        for (int sign : new int[] {1, -1}) {
            for (int i = 0; i < 2; i++) {
                String treasury = "treasury:" + commonses[i];
                int off = i == 0 ? 5 * sign : -5 * sign;
                database.execute(
                        TAMPER.formatted("accrued", "accrued", off, commonses[i], treasury));
            }
            assertThat(imbalance()).isEqualTo(sign > 0 ? before + 10 : before);
        }
    }

    @Test
    void that_somebody_altered_on_either_side_are_seen() {
        Database database = new Database(source);
        double before = imbalance();
        Laboratory lab = Laboratory.founded(source).earningIn("ISK");
        String declared = lab.declared("100");
        lab.written().entry(declared, "distribution");
        String treasury = "treasury:" + lab.id;

        for (String[] change : List.of(
                new String[] {"accrued", treasury}, new String[] {"debit", "partner:acme"})) {
            database.execute(TAMPER.formatted(change[0], change[0], 5, lab.id, change[1]));
            assertThat(imbalance()).isEqualTo(before + 5);

            database.execute(TAMPER.formatted(change[0], change[0], -5, lab.id, change[1]));
            assertThat(imbalance()).isEqualTo(before);
        }
    }
}
