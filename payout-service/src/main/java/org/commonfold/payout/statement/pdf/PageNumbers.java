package org.commonfold.payout.statement.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** At the foot of each page: whose it is, and which of how many. */
final class PageNumbers extends PdfPageEventHelper {

    private static final float SIZE = 7;
    private static final float ABOVE_EDGE = 28;
    private static final float WIDTH_OF_TOTAL = 24;

    private final String whose;
    private final BaseFont font = Fonts.SMALL.getCalculatedBaseFont(false);

    /** Known when the last page has been laid out, and shown on all of them. */
    private PdfTemplate total;

    PageNumbers(String whose) {
        this.whose = whose;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(WIDTH_OF_TOTAL, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte page = writer.getDirectContent();
        write(page, whose, document.left());
        String number = "Page " + writer.getPageNumber() + " of ";
        float right = document.right() - WIDTH_OF_TOTAL;
        write(page, number, right - font.getWidthPoint(number, SIZE));
        page.addTemplate(total, right, ABOVE_EDGE);
    }

    private void write(PdfContentByte page, String text, float left) {
        page.beginText();
        page.setFontAndSize(font, SIZE);
        page.setColorFill(Fonts.GREY);
        page.setTextMatrix(left, ABOVE_EDGE);
        page.showText(text);
        page.endText();
        page.resetRGBColorFill();
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        total.beginText();
        total.setFontAndSize(font, SIZE);
        total.setColorFill(Fonts.GREY);
        total.setTextMatrix(0, 0);
        total.showText(Integer.toString(writer.getPageNumber() - 1));
        total.endText();
    }
}
