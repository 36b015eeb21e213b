package org.commonfold.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The same for many, a few at a time. */
final class Parallel {

    private static final int AT_A_TIME = 16;

    private Parallel() {}

    /** Told after each. */
    @FunctionalInterface
    interface Progress {
        void done(int count, int total);
    }

    /** Returns when all are done, or fails with the first that failed. */
    static <T> void forEach(List<T> items, Consumer<T> action, Progress progress)
            throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
        AtomicInteger count = new AtomicInteger();
        try {
            List<Future<?>> running = new ArrayList<>(items.size());
            for (T item : items) {
                running.add(workers.submit(() -> {
                    action.accept(item);
                    progress.done(count.incrementAndGet(), items.size());
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause().getMessage(), failure.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
