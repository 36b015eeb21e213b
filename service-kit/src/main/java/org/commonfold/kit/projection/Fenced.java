package org.commonfold.kit.projection;

/** What is known of a partition is not so any more: somebody else has written it meanwhile. */
final class Fenced extends RuntimeException {

    private static final long serialVersionUID = 1;

    Fenced(String message) {
        super(message);
    }
}
