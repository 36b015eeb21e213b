package org.commonfold.system.observability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Where partners receive messages: {@code /taken}, {@code /gone}, {@code /broken}, {@code /silent},
 * and {@code /talkative}, which fails and says why.
 */
final class PartnersServer implements AutoCloseable {

    /** A message as it came. */
    record Taken(String signatures, String body) {}

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    PartnersServer(int port) throws IOException {
        server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/taken", exchange -> answer(exchange, 204, ""));
        server.createContext("/gone", exchange -> answer(exchange, 410, ""));
        server.createContext("/broken", exchange -> answer(exchange, 500, ""));
        server.createContext(
                "/talkative", exchange -> answer(exchange, 500, Planted.WORDS_OF_THE_RECEIVER));
        server.createContext("/silent", this::waitForEver);
        server.start();
    }

    private void answer(HttpExchange exchange, int status, String words) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        taken.add(new Taken(
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(body, StandardCharsets.UTF_8)));
        byte[] answer = words.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        if (answer.length > 0) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private void waitForEver(HttpExchange exchange) {
        try (exchange) {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** All messages so far, wherever they came. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
