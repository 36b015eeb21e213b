package org.commonfold.contribution.rest;

/** The form of what says where a work is, the same for a publication and a revision. */
final class ContentJson {

    static final int URI_MAX = 2048;
    static final String URI = "[a-z][a-z0-9+.-]*:[!-~]+";
    static final String DIGEST = "sha256:[0-9a-f]{64}";

    private ContentJson() {}
}
