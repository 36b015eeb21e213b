package org.commonfold.kit.projection;

/** The checkpoint does not stand where it was left: somebody else has moved it. */
final class Fenced extends RuntimeException {

    private static final long serialVersionUID = 1;

    Fenced(String message) {
        super(message);
    }
}
