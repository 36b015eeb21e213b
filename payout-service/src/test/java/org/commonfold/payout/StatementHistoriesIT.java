package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.statement.application.Statements;
import org.commonfold.payout.statement.domain.Amounts;
import org.commonfold.payout.statement.domain.CurrencyStatement;
import org.commonfold.payout.statement.domain.Period;
import org.commonfold.payout.statement.domain.RandomBooks;
import org.commonfold.payout.statement.domain.Statement;
import org.commonfold.payout.statement.domain.StatementLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import javax.sql.DataSource;

/** Random books in the real database, cut at random into statements that it sums. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Statements out of the database")
class StatementHistoriesIT {

    private static final int LENGTH = 40;
    private static final int LINES_MAX = 1_000;
    private static final LocalDate FIRST = LocalDate.parse("2025-12-25");
    private static final LocalDate LAST = LocalDate.parse("2026-03-31");
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private static final String ENTRY = """
            insert into entry (commons_id, entry_id, kind, revenue_id, currency, log_partition,
                               log_offset, booked_at)
            values (?, ?, ?, ?, 'EUR', 0, ?, ?)""";
    private static final String POSTING = """
            insert into posting
            select ?, ?, row_number() over (), owner, kind, micros
              from (values (?, 'accrued', ?), (?, 'available', ?), (?, 'reserved', ?),
                           (?, 'paid', ?), ('bank', 'EUR', ?)) as one (owner, kind, micros)
             where micros <> 0""";

    @Inject
    DataSource source;

    @Inject
    Statements statements;

    private final String commonsId = UUID.randomUUID().toString();
    private final ContributorId who = new ContributorId("ada-" + commonsId);

    @RepeatedTest(50)
    void chain_at_any_cuts_and_lose_no_line(RepetitionInfo seed) throws SQLException {
        List<StatementLine> books = RandomBooks.of(seed.getCurrentRepetition(), LENGTH);
        book(books);
        Random random = new Random(seed.getCurrentRepetition());
        List<UUID> shown = new ArrayList<>();
        Amounts before = Amounts.NOTHING;
        for (LocalDate from = FIRST; from.isBefore(LAST); ) {
            LocalDate to = from.plusDays(random.nextInt(15));
            Optional<CurrencyStatement> euros = read(new Period(from, to));
            if (euros.isPresent()) {
                assertThat(euros.get().opening()).isEqualTo(before);
                before = euros.get().closing();
                euros.get().lines().forEach(line -> shown.add(line.entryId()));
            }
            from = to.plusDays(1);
        }
        assertThat(shown)
                .containsExactlyElementsOf(
                        books.stream().map(StatementLine::entryId).toList());
        assertThat(before)
                .isEqualTo(books.stream()
                        .map(StatementLine::change)
                        .reduce(Amounts.NOTHING, Amounts::plus));
    }

    /** That a statement does not add up, it says itself: it cannot be made. */
    private Optional<CurrencyStatement> read(Period period) {
        Uni<Optional<Statement>> read = statements.read(who, period, NOW, LINES_MAX);
        return read.await().indefinitely().orElseThrow().currencies().stream().findFirst();
    }

    private void book(List<StatementLine> books) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement entry = connection.prepareStatement(ENTRY);
                PreparedStatement posting = connection.prepareStatement(POSTING)) {
            connection.setAutoCommit(false);
            long offset = 0;
            for (StatementLine line : books) {
                entry(entry, line, offset++);
                posting(posting, line);
            }
            connection.commit();
        }
    }

    private void entry(PreparedStatement insert, StatementLine line, long offset)
            throws SQLException {
        insert.setString(1, commonsId);
        insert.setObject(2, line.entryId());
        insert.setString(3, line.kind());
        insert.setString(4, line.entryId().toString());
        insert.setLong(5, offset);
        insert.setObject(6, OffsetDateTime.ofInstant(line.bookedAt(), ZoneOffset.UTC));
        insert.execute();
    }

    /** Against the bank, so that it balances. */
    private void posting(PreparedStatement insert, StatementLine line) throws SQLException {
        insert.setString(1, commonsId);
        insert.setObject(2, line.entryId());
        Amounts change = line.change();
        List<BigInteger> each =
                List.of(change.accrued(), change.available(), change.reserved(), change.paid());
        long sum = 0;
        for (int i = 0; i < each.size(); i++) {
            insert.setString(3 + 2 * i, "contributor:" + who);
            insert.setLong(4 + 2 * i, -each.get(i).longValueExact());
            sum += each.get(i).longValueExact();
        }
        insert.setLong(11, sum);
        insert.execute();
    }
}
