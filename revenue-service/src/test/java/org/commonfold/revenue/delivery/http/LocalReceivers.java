package org.commonfold.revenue.delivery.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.junit.QuarkusTestProfile;

import org.commonfold.kit.testing.EmbeddedBroker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Partners' receivers on this machine, and the settings that let messages go there. */
public class LocalReceivers implements QuarkusTestProfile {

    /** Whose answer waits for {@link #answerNow}. */
    private static final Map<String, CountDownLatch> HELD = new ConcurrentHashMap<>();

    private static final Map<String, List<Arrived>> ARRIVED = new ConcurrentHashMap<>();

    /** Chosen once: the settings and the tests are in different class loaders. */
    static final int PORT = Integer.getInteger("test.receivers.port", EmbeddedBroker.freePort());

    static {
        System.setProperty("test.receivers.port", Integer.toString(PORT));
    }

    /** A name server that is asked and never answers. */
    private static final DatagramSocket MUTE = mute();

    private static DatagramSocket mute() {
        try {
            return new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A request as it came. */
    record Arrived(Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.get(name.substring(0, 1).toUpperCase() + name.substring(1))
                    .get(0);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "webhooks.allow-http", "true",
                "webhooks.ports", Integer.toString(PORT),
                "webhooks.sending.allow-private-addresses", "true",
                "webhooks.sending.name-servers", nameServers(),
                "webhooks.sending.timeout", "15s",
                "webhooks.sending.upkeep", "1s");
    }

    /** Each is waited for five seconds: longer, all together, than an attempt may take. */
    private static String nameServers() {
        return String.join(",", Collections.nCopies(4, "127.0.0.1:" + MUTE.getLocalPort()));
    }

    /** What came to a path, in order. */
    static List<Arrived> arrived(String path) {
        return ARRIVED.getOrDefault(path, List.of());
    }

    static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 100);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "receiver");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/ok", exchange -> answer(exchange, 200));
            server.createContext("/fail", exchange -> answer(exchange, 500));
            server.createContext("/gone", exchange -> answer(exchange, 410));
            server.createContext("/gone-slowly", exchange -> {
                keep(exchange);
                awaitAnswerNow(exchange.getRequestURI().getPath());
                respond(exchange, 410);
            });
            server.createContext("/busy", exchange -> {
                exchange.getResponseHeaders().set("Retry-After", "3600");
                answer(exchange, 429);
            });
            server.createContext(
                    "/fail-once",
                    exchange -> answer(exchange, arrivals(exchange) == 0 ? 500 : 200));
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int arrivals(HttpExchange exchange) {
        return arrived(exchange.getRequestURI().getPath()).size();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        keep(exchange);
        respond(exchange, status);
    }

    private static void keep(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        ARRIVED.computeIfAbsent(
                        exchange.getRequestURI().getPath(), path -> new CopyOnWriteArrayList<>())
                .add(new Arrived(Map.copyOf(exchange.getRequestHeaders()), body));
    }

    private static void respond(HttpExchange exchange, int status) throws IOException {
        byte[] thanks = "thanks".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, thanks.length);
        exchange.getResponseBody().write(thanks);
        exchange.close();
    }

    private static void awaitAnswerNow(String path) {
        try {
            held(path).await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static CountDownLatch held(String path) {
        return HELD.computeIfAbsent(path, any -> new CountDownLatch(1));
    }

    /** Lets go what came to a path that is slow to answer. */
    static void answerNow(String path) {
        held(path).countDown();
    }
}
