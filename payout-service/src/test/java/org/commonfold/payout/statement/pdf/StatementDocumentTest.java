package org.commonfold.payout.statement.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.payout.statement.domain.RandomBooks.ADA;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.statement.domain.CurrencyStatement;
import org.commonfold.payout.statement.domain.Period;
import org.commonfold.payout.statement.domain.RandomBooks;
import org.commonfold.payout.statement.domain.Statement;
import org.commonfold.payout.statement.domain.StatementLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

@DisplayName("A statement on paper")
class StatementDocumentTest {

    private static final Period YEAR =
            new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));

    private static Statement statement(int lines) {
        List<StatementLine> books = RandomBooks.of(1, lines);
        CurrencyStatement one = RandomBooks.statement(books, YEAR);
        return new Statement(ADA, YEAR, Instant.parse("2027-01-02T03:04:05Z"), List.of(one));
    }

    private static List<String> pages(byte[] file) throws IOException {
        PdfReader reader = new PdfReader(file);
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(extractor.getTextFromPage(page).replaceAll("\\s+", " "));
        }
        return pages;
    }

    @Test
    void says_whose_it_is_what_moved_and_what_is_left() throws IOException {
        Statement statement = statement(8);
        CurrencyStatement euros = statement.currencies().get(0);

        List<String> pages = pages(new StatementDocument(statement).write());

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0))
                .contains("Statement", "Contributor ada", "2026-01-01 to 2026-12-31")
                .contains("Opening balance", "Closing balance", "The period is over", "EUR")
                .contains(Money.decimal(new BigDecimal(euros.closing().available())));
        for (StatementLine line : euros.lines()) {
            assertThat(pages.get(0))
                    .contains("entry " + line.entryId())
                    .contains(Money.decimal(new BigDecimal(line.change().accrued())));
        }
    }

    @Test
    void repeats_its_head_and_counts_its_pages() throws IOException {
        Statement statement = statement(1000);

        List<String> pages = pages(new StatementDocument(statement).write());

        assertThat(pages).hasSizeGreaterThan(10);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i))
                    .contains("Booked (UTC)", "Accrued", "Available", "Reserved", "Paid")
                    .contains("Page " + (i + 1) + " of " + pages.size())
                    .contains("ada");
        }
        String all = String.join(" ", pages);
        assertThat(statement.currencies().get(0).lines())
                .hasSize(1000)
                .allMatch(line -> all.contains("entry " + line.entryId()));
    }

    @Test
    void has_a_title_a_language_and_the_same_bytes_each_time() throws IOException {
        byte[] file = new StatementDocument(statement(50)).write();

        PdfReader reader = new PdfReader(file);
        assertThat(reader.getInfo().get("Title"))
                .isEqualTo("Statement of ada, 2026-01-01 to 2026-12-31");
        assertThat(reader.getInfo().get("CreationDate")).startsWith("D:20270101000000");
        assertThat(reader.getCatalog().get(PdfName.LANG)).hasToString("en");
        assertThat(new StatementDocument(statement(50)).write()).isEqualTo(file);
    }

    @Test
    void says_when_there_is_nothing_yet() throws IOException {
        Instant noon = Instant.parse("2026-06-01T12:00:00Z");
        Statement none = new Statement(ADA, YEAR, noon, List.of());

        assertThat(pages(new StatementDocument(none).write()).get(0))
                .contains("Nothing had been booked")
                .contains("not over", "as of 2026-06-01 12:00:00");
    }
}
