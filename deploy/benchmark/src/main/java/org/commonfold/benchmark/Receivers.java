package org.commonfold.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Partners' receivers: a healthy one, which answers at once, and one that fails in as many ways as
 * it has paths. What is sent begins with when it was due, in microseconds.
 */
final class Receivers implements AutoCloseable {

    private static final long MICROS_MAX = TimeUnit.MINUTES.toMicros(10);
    private static final int CONNECTIONS_MAX = 1024;
    private static final int THREADS = 16;
    private static final int DIGITS = 16;
    private static final int MANY_BYTES = 100_000_000;

    /** Ways to fail, each a path. */
    static final List<String> FAILURES =
            List.of("hangs", "drips", "floods", "breaks", "errs", "redirects");

    private final HttpServer healthy;
    private final HttpServer failing;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ExecutorService failingThreads = Executors.newCachedThreadPool();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile Histogram micros = new ConcurrentHistogram(MICROS_MAX, 3);

    Receivers(int healthyPort, int failingPort) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        healthy = HttpServer.create(new InetSocketAddress(here, healthyPort), CONNECTIONS_MAX);
        healthy.setExecutor(threads);
        healthy.createContext("/", this::receive);
        healthy.start();
        failing = HttpServer.create(new InetSocketAddress(here, failingPort), CONNECTIONS_MAX);
        failing.setExecutor(failingThreads);
        failing.createContext("/hangs", exchange -> pause(TimeUnit.DAYS.toMillis(1)));
        failing.createContext("/drips", this::drip);
        failing.createContext("/floods", Receivers::flood);
        failing.createContext("/breaks", Receivers::breakOff);
        failing.createContext("/errs", exchange -> refuse(exchange, 500));
        failing.createContext("/redirects", Receivers::redirect);
        failing.start();
    }

    /** Until it is over or the receivers close. */
    private boolean pause(long millis) {
        try {
            return !closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A byte a second. */
    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(500, MANY_BYTES);
        do {
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
        } while (pause(1_000));
    }

    private static void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(500, MANY_BYTES);
        byte[] some = new byte[100_000];
        for (int sent = 0; sent < MANY_BYTES; sent += some.length) {
            exchange.getResponseBody().write(some);
        }
        exchange.close();
    }

    /** In the middle of its answer. */
    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(500, MANY_BYTES);
        exchange.getResponseBody().write('.');
        exchange.close();
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
        refuse(exchange, 302);
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        long dueMicros = Long.parseLong(new String(body, 0, DIGITS, StandardCharsets.US_ASCII));
        boolean isSigned = exchange.getRequestHeaders().getFirst("webhook-signature") != null;
        // One that comes twice is one message.
        if (isSigned && known.add(exchange.getRequestHeaders().getFirst("webhook-id"))) {
            micros.recordValue(Math.max(0, Deliveries.nowMicros() - dueMicros));
        }
        exchange.sendResponseHeaders(isSigned ? 204 : 400, -1);
        exchange.close();
    }

    /** Counts from nothing again. */
    void forget() {
        micros = new ConcurrentHistogram(MICROS_MAX, 3);
    }

    /** From due to arrived. */
    Histogram seen() {
        return micros;
    }

    /** Waits for so many arrivals since {@link #forget}. */
    void await(long count) throws InterruptedException {
        long endNanos = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (micros.getTotalCount() < count) {
            if (System.nanoTime() > endNanos) {
                throw new IllegalStateException(
                        "Only %d of %d arrived".formatted(micros.getTotalCount(), count));
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        healthy.stop(0);
        failing.stop(0);
        threads.shutdownNow();
        failingThreads.shutdownNow();
    }
}
