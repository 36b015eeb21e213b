package org.commonfold.kit.projection;

/**
 * How far a partition is in the database: all records before an offset, and before a later one all
 * but those of a key that is set aside.
 *
 * @param next before which all are
 * @param ahead before which all are that have another key; the same where none is set aside
 * @param keySetAside null where none is
 */
public record Checkpoint(long next, long ahead, String keySetAside) {

    /** All before it, whatever the key. */
    static Checkpoint at(long next) {
        return new Checkpoint(next, next, null);
    }
}
