package org.commonfold.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

import org.HdrHistogram.Histogram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends requests over a fixed number of connections, all from one thread: it shares the machine
 * with the service. Every request is to be answered 201 or 200; the first other answer ends it.
 */
final class Load implements AutoCloseable {

    private static final long MICROS_MAX = TimeUnit.MINUTES.toMicros(1);
    private static final int OK_MAX = 201;

    private final int connections;
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final HttpClient http;

    Load(int connections) {
        this.connections = connections;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(connections).setEventLoopSize(1));
    }

    /**
     * As much as can be: each connection sends the next request when it has its answer. What a
     * request takes is measured from when it was sent.
     */
    Clients.Seen saturate(Duration duration, Supplier<Request> requests, Consumer<Buffer> answers)
            throws InterruptedException {
        Round round = new Round(answers);
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        CountDownLatch done = new CountDownLatch(connections);
        vertx.runOnContext(ready -> {
            for (int i = 0; i < connections; i++) {
                next(round, requests, end, done);
            }
        });
        done.await();
        return round.seen(begin);
    }

    private void next(Round round, Supplier<Request> requests, long end, CountDownLatch done) {
        long now = System.nanoTime();
        if (now >= end || round.failure.get() != null) {
            done.countDown();
            return;
        }
        send(round, requests, now).onComplete(sent -> next(round, requests, end, done));
    }

    /**
     * So many a second, whether others are answered or not. What a request takes is measured from
     * when its time had come, so that one that waits behind others is seen to wait.
     */
    Clients.Seen pace(
            double perSecond,
            Duration duration,
            Supplier<Request> requests,
            Consumer<Buffer> answers)
            throws InterruptedException {
        Round round = new Round(answers);
        int count = (int) (perSecond * duration.toMillis() / 1000);
        double every = TimeUnit.SECONDS.toNanos(1) / perSecond;
        CountDownLatch done = new CountDownLatch(count);
        long begin = System.nanoTime();
        int[] sent = {0};
        long timer = vertx.setPeriodic(1, tick -> {
            long now = System.nanoTime();
            while (sent[0] < count && begin + (long) (sent[0] * every) <= now) {
                long due = begin + (long) (sent[0]++ * every);
                send(round, requests, due).onComplete(answered -> done.countDown());
            }
        });
        done.await();
        vertx.cancelTimer(timer);
        return round.seen(begin);
    }

    private Future<Void> send(Round round, Supplier<Request> requests, long since) {
        return Future.succeededFuture()
                .map(now -> requests.get())
                .compose(request -> exchange(round, request, since))
                .onFailure(failure -> round.failure.compareAndSet(null, failure));
    }

    private Future<Void> exchange(Round round, Request request, long since) {
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setAbsoluteURI(request.url().toString())
                .putHeader("Content-Type", "application/json");
        if (request.token() != null) {
            options.putHeader("Authorization", "Bearer " + request.token());
        }
        return http.request(options)
                .compose(opened -> opened.send(request.body()))
                .compose(answer -> answer.body().map(body -> {
                    round.answered(request, answer, body, since);
                    return (Void) null;
                }));
    }

    /** All that is sent at one time. */
    private static final class Round {

        private final Consumer<Buffer> answers;
        private final Histogram micros = new Histogram(MICROS_MAX, 3);
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Round(Consumer<Buffer> answers) {
            this.answers = answers;
        }

        void answered(Request request, HttpClientResponse answer, Buffer body, long since) {
            if (answer.statusCode() > OK_MAX) {
                throw new IllegalStateException(
                        "%s: %d %s".formatted(request.url(), answer.statusCode(), body));
            }
            micros.recordValue((System.nanoTime() - since) / 1000);
            answers.accept(body);
        }

        Clients.Seen seen(long begin) {
            if (failure.get() != null) {
                throw new IllegalStateException(failure.get());
            }
            return new Clients.Seen(micros, (System.nanoTime() - begin) / 1e9);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
