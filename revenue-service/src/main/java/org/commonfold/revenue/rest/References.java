package org.commonfold.revenue.rest;

/** The names that partners and treasurers give to what they send. */
final class References {

    /** 1–128 printable ASCII characters, no blank first or last. */
    static final String PATTERN = "[!-~]([ -~]{0,126}[!-~])?";

    private References() {}
}
