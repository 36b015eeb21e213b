package org.commonfold.local;

/** A reason not to start, in one sentence for whoever started it. */
final class CannotStart extends Exception {

    private static final long serialVersionUID = 1;

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
