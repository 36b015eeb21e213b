package org.commonfold.kit.projection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * How many records have been read and are not in the database yet. More are read as long as there
 * is room: a partition whose batch takes long does not stop the others at once, and memory has a
 * limit.
 */
final class InFlight {

    private final int recordsMax;
    private int records;
    private Throwable failure;
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);

    InFlight(int recordsMax) {
        this.recordsMax = recordsMax;
    }

    synchronized void enter(int count) {
        records += count;
        if (records > recordsMax && room.isDone()) {
            room = new CompletableFuture<>();
        }
    }

    void leave(int count) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            records -= count;
            waiting = records <= recordsMax ? room : null;
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    /** A bug: nothing more is to be read. */
    void fail(Throwable bug) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            failure = bug;
            waiting = room;
        }
        waiting.completeExceptionally(bug);
    }

    /** Completes when there is room for another batch; fails after a bug. */
    synchronized CompletionStage<Void> room() {
        return failure == null ? room : CompletableFuture.failedFuture(failure);
    }
}
