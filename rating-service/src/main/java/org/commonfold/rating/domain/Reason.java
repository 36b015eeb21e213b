package org.commonfold.rating.domain;

/**
 * Why a work needs someone's rating.
 *
 * @param code stable, in kebab-case
 * @param detail a sentence for that person
 */
public record Reason(String code, String detail) {

    static Reason belowQuorum(int count, int quorum) {
        String detail = "Ratings so far: " + count + " of the " + quorum + " that give it a value";
        return new Reason("below-quorum", detail);
    }

    static Reason anotherVoice(int count) {
        String detail = "Ratings so far: " + count + ", enough for a value; yours makes it firmer";
        return new Reason("another-voice", detail);
    }

    static Reason inYourField(String kind, boolean published) {
        String what = published ? "published" : "found better than ordinary";
        return new Reason("in-your-field", "You have " + what + " work of the kind " + kind);
    }
}
