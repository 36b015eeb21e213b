package org.commonfold.benchmark;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * Clients that each ask, wait for the whole answer, and ask again at once. Latency is what such a
 * client sees; all of them together are as much load as the machine takes. They share it with the
 * service, so each is a thread that reads bytes from its connection: {@link HttpClient} takes twice
 * the CPU.
 */
final class Clients implements AutoCloseable {

    private static final long MICROS_MAX = TimeUnit.MINUTES.toMicros(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int count;
    private final ExecutorService threads;

    Clients(int count) {
        System.setProperty("http.maxConnections", Integer.toString(count));
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count);
    }

    /** What was seen, in microseconds, and how long it took altogether. */
    record Seen(Histogram micros, double seconds) {

        double milliseconds(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1000.0;
        }

        /** The round in the middle, by one of its figures. */
        static Seen median(List<Seen> rounds, ToDoubleFunction<Seen> figure) {
            return rounds.stream()
                    .sorted(Comparator.comparingDouble(figure))
                    .toList()
                    .get(rounds.size() / 2);
        }

        double perSecond() {
            return micros.getTotalCount() / seconds;
        }
    }

    /** Fails when an answer is another than 200. */
    Seen ask(int requests, IntFunction<URI> question) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Histogram> client = () -> {
            Histogram micros = new Histogram(MICROS_MAX, 3);
            for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                long before = System.nanoTime();
                readAnswer(question.apply(i));
                micros.recordValue((System.nanoTime() - before) / 1000);
            }
            return micros;
        };
        long before = System.nanoTime();
        List<Callable<Histogram>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(client);
        }
        Histogram micros = new Histogram(MICROS_MAX, 3);
        for (Future<Histogram> one : threads.invokeAll(all)) {
            micros.add(result(one));
        }
        return new Seen(micros, (System.nanoTime() - before) / 1e9);
    }

    /** To its end, so that the connection is used again. */
    private static void readAnswer(URI question) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) question.toURL().openConnection();
        connection.setRequestProperty("Accept", "application/json");
        try (InputStream answer = connection.getInputStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        }
        if (connection.getResponseCode() != 200) {
            throw new IOException(question + ": " + connection.getResponseCode());
        }
    }

    HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(request.uri() + ": " + failure, failure);
        }
    }

    HttpResponse<String> send(Request request) throws InterruptedException {
        return send(HttpRequest.newBuilder(request.url())
                .header("Authorization", "Bearer " + request.token())
                .header("Content-Type", "application/json")
                .method(request.method().name(), BodyPublishers.ofString(request.body()))
                .build());
    }

    static void require(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(
                    "%s: %d %s".formatted(response.uri(), response.statusCode(), response.body()));
        }
    }

    private static Histogram result(Future<Histogram> client) throws InterruptedException {
        try {
            return client.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause().getMessage(), failure.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
