package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.commonfold.kit.testing.Database;
import org.commonfold.payout.Laboratory;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/** That the service works by the role it has, and that this role cannot change what was booked. */
final class AppendOnly {

    /** Each with one of its columns. */
    private static final Map<String, String> TABLES = Map.of(
            "entry", "entry_id",
            "posting", "entry_id",
            "chain", "entry_id",
            "payout_draw", "commons_id",
            "tree", "log_id",
            "tree_leaf", "position",
            "tree_node", "position",
            "tree_head", "size");

    private AppendOnly() {}

    static void assertServes(DataSource source) {
        Database database = new Database(source);
        assertThat(database.texts("select rolsuper from pg_roles where rolname = current_user"))
                .containsExactly("f");
        String ada = "ada-" + Bank.commons();
        Bank.account(ada, Bank.IBAN).then().statusCode(200);
        Laboratory lab = Laboratory.founded(source);
        String work = lab.published(ada);
        lab.rated("rex", work, 5).rated("rita", work, 4);
        String revenue = lab.declared("100.00");
        lab.received(revenue, "50.00").written().entry(revenue, "release");
        Bank bank = new Bank(database, "EUR");
        Bank.cancel(bank.approved("1.00")).then().statusCode(200);
        bank.approved("1.00");
        assertThat(bank.balanceOf(ada)).isEqualTo("0 47500000 0");
    }

    static void assertUnchangeable(DataSource source) {
        Database database = new Database(source);
        TABLES.forEach((table, column) -> {
            await().until(() -> database.number("select count(*) from " + table) > 0);
            for (String change : List.of(
                    "update %s set %s = %s".formatted(table, column, column),
                    "delete from " + table,
                    "truncate " + table)) {
                assertThatThrownBy(() -> database.execute(change))
                        .hasMessageContaining("permission denied for table " + table);
            }
        });
    }
}
