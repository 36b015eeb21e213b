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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Partners' receivers: a healthy one, which answers at once, and a dead one, which lets itself be
 * connected to and never says a word. What is sent begins with when it was due, in microseconds.
 */
final class Receivers implements AutoCloseable {

    private static final long MICROS_MAX = TimeUnit.MINUTES.toMicros(10);
    private static final int CONNECTIONS_MAX = 1024;
    private static final int THREADS = 16;
    private static final int DIGITS = 16;

    private final HttpServer healthy;
    private final ServerSocket dead;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile Histogram micros = new ConcurrentHistogram(MICROS_MAX, 3);

    Receivers(int healthyPort, int deadPort) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        healthy = HttpServer.create(new InetSocketAddress(here, healthyPort), CONNECTIONS_MAX);
        healthy.setExecutor(threads);
        healthy.createContext("/", this::receive);
        healthy.start();
        // Never accepted: the kernel makes the connection, and nobody reads from it.
        dead = new ServerSocket(deadPort, CONNECTIONS_MAX, here);
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
    public void close() throws IOException {
        healthy.stop(0);
        threads.shutdownNow();
        dead.close();
    }
}
