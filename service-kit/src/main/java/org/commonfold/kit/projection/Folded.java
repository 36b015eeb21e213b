package org.commonfold.kit.projection;

import io.smallrye.mutiny.Uni;

/**
 * What a batch led to: nothing to write when it is written already, or not ours.
 *
 * @param to where the checkpoint is to stand
 * @param staysSetAside whether a key was set aside before and still is
 * @param setAside to be folded and written once this is; null where nothing is
 */
record Folded(
        SeenEvents.Ids firsts,
        Checkpoint to,
        boolean staysSetAside,
        Uni<Void> effects,
        SetAside setAside,
        BatchTelemetry.Batch told) {

    static final Folded NOTHING = written(null);

    static Folded written(SetAside setAside) {
        return new Folded(null, null, false, null, setAside, null);
    }
}
