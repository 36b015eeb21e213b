package org.commonfold.contribution.domain;

/**
 * Where the work itself is, and how to know that it is the one meant.
 *
 * @param uri absolute
 * @param digest {@code sha256:} and 64 hex digits
 */
public record Content(String uri, String digest) {}
