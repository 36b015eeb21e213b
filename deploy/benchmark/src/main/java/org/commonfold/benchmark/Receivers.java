package org.commonfold.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Partners' receivers: a healthy one, which answers at once; on the same host and port those that
 * hang, drip, redirect and send a hundred megabytes; and a dead one, which lets itself be connected
 * to and never says a word. What is sent begins with when it was due, in microseconds.
 */
final class Receivers implements AutoCloseable {

    private static final long MICROS_MAX = TimeUnit.MINUTES.toMicros(10);
    private static final int CONNECTIONS_MAX = 1024;
    private static final int THREADS = 16;
    private static final int DIGITS = 16;
    private static final int HUGE_MEGABYTES = 100;

    private final HttpServer healthy;
    private final ServerSocket dead;
    /** At once, for each that misbehaves: few, as long as no more is sent to them at a time. */
    private final ExecutorService misbehaving = Executors.newCachedThreadPool();

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private volatile Histogram micros = new ConcurrentHistogram(MICROS_MAX, 3);

    Receivers(int healthyPort, int deadPort) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        healthy = HttpServer.create(new InetSocketAddress(here, healthyPort), CONNECTIONS_MAX);
        healthy.setExecutor(threads);
        healthy.createContext("/", this::receive);
        // Not answered: the connection stays open.
        healthy.createContext("/hang", exchange -> {});
        healthy.createContext("/drip", exchange -> misbehaving.submit(() -> drip(exchange)));
        healthy.createContext("/huge", exchange -> misbehaving.submit(() -> flood(exchange)));
        healthy.createContext("/redirect", Receivers::redirect);
        healthy.start();
        // Never accepted: the kernel makes the connection, and nobody reads from it.
        dead = new ServerSocket(deadPort, CONNECTIONS_MAX, here);
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        long dueMicros = Long.parseLong(new String(body, 0, DIGITS, StandardCharsets.US_ASCII));
        boolean isSigned = exchange.getRequestHeaders().getFirst("webhook-signature") != null;
        if (isSigned) {
            micros.recordValue(Math.max(0, Deliveries.nowMicros() - dueMicros));
        }
        exchange.sendResponseHeaders(isSigned ? 204 : 400, -1);
        exchange.close();
    }

    private static Void drip(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        while (true) {
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static Void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(500, HUGE_MEGABYTES * 1_000_000L);
        for (int i = 0; i < HUGE_MEGABYTES; i++) {
            exchange.getResponseBody().write(new byte[1_000_000]);
        }
        exchange.close();
        return null;
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data/");
        exchange.sendResponseHeaders(302, -1);
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
    public void close() throws IOException {
        healthy.stop(0);
        threads.shutdownNow();
        misbehaving.shutdownNow();
        dead.close();
    }
}
