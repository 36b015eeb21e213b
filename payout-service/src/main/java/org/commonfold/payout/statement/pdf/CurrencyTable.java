package org.commonfold.payout.statement.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.statement.domain.Amounts;
import org.commonfold.payout.statement.domain.CurrencyStatement;
import org.commonfold.payout.statement.domain.Statement;
import org.commonfold.payout.statement.domain.StatementLine;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Opening, lines and closing of one currency; its head is repeated on every page. */
final class CurrencyTable {

    private static final float[] WIDTHS = {72, 147, 74, 74, 74, 74};
    private static final float PADDING = 3;

    private static final float SPACE = 6;

    /** A line has four rows of text, and a word of them may be too long for one. */
    private static final float LINE_HEIGHT_MAX = 52;

    private final Statement statement;
    private final CurrencyStatement content;
    private final Document document;
    private final PdfWriter writer;
    private PdfPTable table;
    private float room;

    CurrencyTable(
            Statement statement, CurrencyStatement content, Document document, PdfWriter writer) {
        this.statement = statement;
        this.content = content;
        this.document = document;
        this.writer = writer;
    }

    void write() {
        if (roomOnPage() < 4 * LINE_HEIGHT_MAX) {
            document.newPage();
        }
        Paragraph currency = new Paragraph(content.currency(), Fonts.TEXT);
        currency.setSpacingBefore(SPACE);
        document.add(currency);
        begin();
        balance("Opening balance", statement.period().from() + " 00:00:00", content.opening());
        for (StatementLine line : content.lines()) {
            makeRoom();
            movement(line);
        }
        makeRoom();
        String closedAt = StatementDocument.MOMENT.format(statement.closedAt());
        balance("Closing balance", closedAt, content.closing());
        document.add(table);
    }

    private float roomOnPage() {
        return writer.getVerticalPosition(true) - document.bottom();
    }

    private void begin() {
        table = new PdfPTable(WIDTHS);
        table.setTotalWidth(document.right() - document.left());
        table.setLockedWidth(true);
        table.setSpacingBefore(SPACE);
        table.setHeaderRows(1);
        room = roomOnPage() - SPACE;
        head();
    }

    /**
     * A table a page: however long the statement is, one page of it is in memory. (A table that
     * grows while it is written would have no head on some pages.)
     */
    private void makeRoom() {
        if (table.getTotalHeight() + LINE_HEIGHT_MAX > room) {
            document.add(table);
            document.newPage();
            begin();
        }
    }

    private void head() {
        String[] names = {"Booked (UTC)", "Entry", "Accrued", "Available", "Reserved", "Paid"};
        for (int i = 0; i < names.length; i++) {
            Paragraph name = new Paragraph(names[i], Fonts.HEAD);
            name.setAlignment(i < 2 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
            PdfPCell cell = cell(name);
            cell.setBackgroundColor(Fonts.SHADE);
            table.addCell(cell);
        }
    }

    private void balance(String name, String moment, Amounts amounts) {
        table.addCell(cell(new Paragraph(moment, Fonts.LINE)));
        table.addCell(cell(new Paragraph(name, Fonts.SUM)));
        amounts(amounts, Fonts.SUM);
    }

    private void movement(StatementLine line) {
        StatementLine.Subject subject = line.subject();
        String about = line.isOfRevenue()
                ? "revenue " + subject.revenueId().value()
                : "payout " + subject.payoutId();
        table.addCell(
                cell(new Paragraph(StatementDocument.MOMENT.format(line.bookedAt()), Fonts.LINE)));
        table.addCell(cell(
                new Paragraph(capitalised(line.kind()), Fonts.LINE),
                new Paragraph(8, about, Fonts.SMALL),
                new Paragraph(8, "commons " + line.commonsId().value(), Fonts.SMALL),
                new Paragraph(8, "entry " + line.entryId(), Fonts.SMALL)));
        amounts(line.change(), Fonts.LINE);
    }

    private static String capitalised(String kind) {
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1).replace('-', ' ');
    }

    private void amounts(Amounts amounts, Font font) {
        amount(amounts.accrued(), font);
        amount(amounts.available(), font);
        amount(amounts.reserved(), font);
        amount(amounts.paid(), font);
    }

    private void amount(BigInteger micros, Font font) {
        Paragraph text = new Paragraph(Money.decimal(new BigDecimal(micros)), font);
        text.setAlignment(Element.ALIGN_RIGHT);
        table.addCell(cell(text));
    }

    private static PdfPCell cell(Paragraph... texts) {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(Fonts.RULE);
        cell.setBorderWidth(0.5f);
        cell.setPadding(PADDING);
        for (Paragraph text : texts) {
            cell.addElement(text);
        }
        return cell;
    }
}
