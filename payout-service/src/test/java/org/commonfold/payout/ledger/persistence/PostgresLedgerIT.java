package org.commonfold.payout.ledger.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Inject;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.application.LogPlace;
import org.commonfold.payout.fold.domain.Account;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.RevenueId;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The ledger")
class PostgresLedgerIT {

    /** What PostgreSQL is to think of an index: that anything else is better. */
    private static final String INDEXES_ARE_DEAR = "set local random_page_cost = 1000000";

    private static final String READ_FROM_END_TO_END = """
            select sum(seq_scan) from pg_stat_xact_user_tables
             where relname in ('entry', 'posting', 'balance', 'chain', 'chain_head')""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    PostgresLedger ledger;

    @Test
    void reads_no_table_from_end_to_end_to_book_a_few_entries() throws Throwable {
        Number scans = VertxContextSupport.subscribeAndAwait(() ->
                sessions.withTransaction((session, transaction) -> {
                    transaction.markForRollback();
                    return PlainSql.execute(session, INDEXES_ARE_DEAR)
                            .chain(() -> ledger.book(List.of(entry("one"), entry("other"))))
                            .chain(() -> scans(session));
                }));

        assertThat(scans.longValue()).isZero();
    }

    private static Uni<Number> scans(Mutiny.Session session) {
        return PlainSql.row(session, READ_FROM_END_TO_END, row -> (Number) row[0])
                .map(scans -> scans.orElseThrow());
    }

    private static BookedEntry entry(String revenue) {
        Entry entry = new Entry(
                Entry.Kind.DISTRIBUTION,
                new CommonsId("booked-lab"),
                new RevenueId(revenue),
                "EUR",
                List.of(
                        new Posting(new Account("partner:acme", "receivable"), 7),
                        new Posting(new Account("contributor:ada", "accrued"), -7)));
        return BookedEntry.of(
                entry, UUID.randomUUID().toString(), new LogPlace(0, 0), Instant.EPOCH);
    }
}
