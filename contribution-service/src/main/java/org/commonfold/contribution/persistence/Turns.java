package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Lets so much run at once; the rest waits, without a thread, in the order in which it came. Safe
 * for use by many threads.
 */
final class Turns {

    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int free;

    /**
     * @param countMax at least 1
     */
    Turns(int countMax) {
        this.free = countMax;
    }

    /**
     * Runs it when its turn comes. The turn ends when it has ended, failed, or nobody waits for it
     * any more.
     *
     * @param context where: whoever ends a turn is on another one's
     */
    <T> Uni<T> run(Executor context, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Turn turn = new Turn();
            return Uni.createFrom()
                    .<Void>emitter(emitter -> take(turn, emitter))
                    .emitOn(context)
                    .chain(() -> work.get())
                    .onTermination()
                    .invoke(() -> leave(turn));
        });
    }

    private static final class Turn {

        private UniEmitter<? super Void> emitter;
        private boolean isTaken;
    }

    private void take(Turn turn, UniEmitter<? super Void> emitter) {
        turn.emitter = emitter;
        synchronized (this) {
            if (free == 0) {
                waiting.add(turn);
                return;
            }
            free--;
            turn.isTaken = true;
        }
        emitter.complete(null);
    }

    /** Whoever leaves while waiting had no turn to pass on. */
    private void leave(Turn turn) {
        Turn next;
        synchronized (this) {
            if (waiting.remove(turn) || !turn.isTaken) {
                return;
            }
            turn.isTaken = false;
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
            next.isTaken = true;
        }
        next.emitter.complete(null);
    }
}
