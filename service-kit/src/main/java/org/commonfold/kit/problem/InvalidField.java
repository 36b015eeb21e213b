package org.commonfold.kit.problem;

/**
 * One thing wrong with a request.
 *
 * @param pointer where: a JSON pointer (RFC 6901) into the body, {@code ?name} for a
 *     parameter, or the name of a header
 * @param detail what
 */
public record InvalidField(String pointer, String detail) {}
