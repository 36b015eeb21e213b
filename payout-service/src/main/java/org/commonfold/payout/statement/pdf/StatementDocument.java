package org.commonfold.payout.statement.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;

import org.commonfold.payout.statement.domain.CurrencyStatement;
import org.commonfold.payout.statement.domain.Period;
import org.commonfold.payout.statement.domain.Statement;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.UUID;

/** A statement on A4, the same bytes for the same statement. */
final class StatementDocument {

    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final float MARGIN = 40;

    private final Statement statement;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    private final PdfWriter writer = PdfWriter.getInstance(document, bytes);

    StatementDocument(Statement statement) {
        this.statement = statement;
    }

    byte[] write() {
        writer.setPageEvent(new PageNumbers(statement.contributorId() + " · " + days()));
        describe();
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en"));
        writeHead();
        for (CurrencyStatement one : statement.currencies()) {
            new CurrencyTable(statement, one, document, writer).write();
        }
        if (statement.currencies().isEmpty()) {
            document.add(text("Nothing had been booked by the end of the period.", 24));
        }
        document.close();
        return bytes.toByteArray();
    }

    /** Nothing in it depends on when the file is made, but for what the statement says itself. */
    private void describe() {
        document.addTitle("Statement of " + statement.contributorId() + ", " + days());
        document.addSubject("What was earned and paid, line by line");
        document.addCreator("Commonfold");
        String name = statement.contributorId() + "/" + days() + "/" + statement.closedAt();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        GregorianCalendar closedAt =
                GregorianCalendar.from(statement.closedAt().atZone(ZoneOffset.UTC));
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(closedAt));
        writer.getInfo().put(PdfName.FILEID, FileId.of(id));
    }

    private void writeHead() {
        document.add(new Paragraph("Statement", Fonts.TITLE));
        document.add(text("Contributor " + statement.contributorId(), 8));
        document.add(text("Period " + days() + " (days of UTC, both included)", 2));
        document.add(text(closing(), 2));
        Paragraph legend = new Paragraph(
                "Accrued: declared by a partner, not received yet. Available: received."
                        + " Reserved: in a payout. Paid: left for the bank account."
                        + " Every entry is explained at its address"
                        + " /v1/entries/<entry>/explanation.",
                Fonts.SMALL);
        legend.setSpacingBefore(8);
        document.add(legend);
    }

    private String closing() {
        Instant closedAt = statement.closedAt();
        return statement.isOfEndedPeriod()
                ? "The period is over."
                : "The period is not over: closing balances as of " + MOMENT.format(closedAt)
                        + " UTC.";
    }

    private String days() {
        Period period = statement.period();
        return period.from() + " to " + period.to();
    }

    private static Paragraph text(String text, float spaceBefore) {
        Paragraph paragraph = new Paragraph(text, Fonts.TEXT);
        paragraph.setSpacingBefore(spaceBefore);
        return paragraph;
    }
}
