package org.commonfold.manifests;

import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whoever uses the services from outside. */
final class Client {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final DeclaredSystem system;

    Client(DeclaredSystem system) {
        this.system = system;
    }

    record Answer(int status, String body) {

        String text(String field) {
            return at("/" + field);
        }

        /** The text where a JSON pointer leads; empty where there is none. */
        String at(String pointer) {
            try {
                return JSON.readTree(body).at(pointer).asText();
            } catch (IOException noJson) {
                throw new UncheckedIOException(body, noJson);
            }
        }
    }

    Answer post(String service, String path, String token, String body) {
        return send(json(service, path, token).POST(BodyPublishers.ofString(body)));
    }

    Answer put(String service, String path, String token, String body) {
        return send(json(service, path, token).PUT(BodyPublishers.ofString(body)));
    }

    Answer get(String service, String path, String token) {
        return send(json(service, path, token));
    }

    private HttpRequest.Builder json(String service, String path, String token) {
        return HttpRequest.newBuilder(uri(system.port(service), path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    boolean isReady(String service) {
        URI probe = uri(system.managementPort(service), "/q/health/ready");
        try {
            return send(HttpRequest.newBuilder(probe)).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** A metric without tags. */
    double metric(String service, String name) {
        URI metrics = uri(system.managementPort(service), "/q/metrics");
        return send(HttpRequest.newBuilder(metrics))
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .map(line -> line.substring(line.lastIndexOf(' ')))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }

    private static URI uri(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private Answer send(HttpRequest.Builder builder) {
        try {
            HttpResponse<String> response =
                    http.send(builder.timeout(TIMEOUT).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
