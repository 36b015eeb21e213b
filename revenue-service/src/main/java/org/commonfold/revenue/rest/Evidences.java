package org.commonfold.revenue.rest;

/** Where partners show that what they declare is so. */
final class Evidences {

    /** An http or https URL in ASCII, with a host. */
    static final String PATTERN = "https?://[A-Za-z0-9\\[][!-~]*";

    static final int LENGTH_MAX = 2048;

    static final String EXAMPLE = "https://acme.example/reports/2026-10.pdf";

    private Evidences() {}
}
