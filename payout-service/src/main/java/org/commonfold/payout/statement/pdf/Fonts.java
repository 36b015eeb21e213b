package org.commonfold.payout.statement.pdf;

import com.lowagie.text.Font;

import java.awt.Color;

/** Of the standard fonts, which every reader has; all text here is ASCII, or nearly. */
final class Fonts {

    static final Color GREY = new Color(0x5f, 0x66, 0x6d);
    static final Color RULE = new Color(0xc9, 0xce, 0xd3);
    static final Color SHADE = new Color(0xf2, 0xf4, 0xf6);

    static final Font TITLE = new Font(Font.HELVETICA, 20, Font.BOLD);
    static final Font TEXT = new Font(Font.HELVETICA, 10);
    static final Font HEAD = new Font(Font.HELVETICA, 7, Font.BOLD);
    static final Font LINE = new Font(Font.HELVETICA, 7);
    static final Font SUM = new Font(Font.HELVETICA, 7, Font.BOLD);
    static final Font SMALL = new Font(Font.HELVETICA, 6, Font.NORMAL, GREY);

    private Fonts() {}
}
