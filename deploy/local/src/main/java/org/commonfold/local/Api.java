package org.commonfold.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The public interfaces of the four services, as anybody would use them. What may work a moment
 * later (the log has not been read yet; a service is busy) is tried again for a while.
 */
final class Api {

    /** The same content is the same bytes, so that a signed message can be sent again. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RETRY_MAX = Duration.ofSeconds(60);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);
    private static final int PAGE = 200;
    private static final Set<Integer> MAYBE_LATER = Set.of(404, 409, 429, 503);
    private static final String UNKNOWN_YET = "/problems/unknown-contribution";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Options options;
    private final Keys keys;

    Api(Options options, Keys keys) {
        this.options = options;
        this.keys = keys;
    }

    /** A token for an hour. */
    String token(String subject, String role) {
        return keys.token(subject, Set.of(role), Optional.empty(), Duration.ofHours(1));
    }

    String partnerToken(String partnerId) {
        return keys.token(
                "partner:" + partnerId,
                Set.of("partner"),
                Optional.of(partnerId),
                Duration.ofHours(1));
    }

    URI uri(Service service, String path) {
        return URI.create("http://localhost:" + options.port(service) + path);
    }

    URI management(Service service, String path) {
        return URI.create("http://localhost:" + options.managementPort(service) + path);
    }

    /** Reads something; fails when it is not there. */
    String get(URI uri, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    JsonNode getJson(URI uri, String token) {
        return parse(get(uri, token));
    }

    /** Reads a list to its end, page by page. */
    void list(Service service, String path, String token, Consumer<JsonNode> each) {
        String cursor = "";
        while (cursor != null) {
            JsonNode page = getJson(uri(service, path + "?limit=" + PAGE + cursor), token);
            page.get("items").forEach(each);
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : null;
        }
    }

    /** Sends JSON. {@code idempotencyKey} may be null. */
    JsonNode post(URI uri, String token, String idempotencyKey, Object body) {
        HttpRequest.Builder request = json(uri, token).POST(BodyPublishers.ofString(write(body)));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return parse(send(request));
    }

    JsonNode put(URI uri, String token, Object body) {
        return parse(send(json(uri, token).PUT(BodyPublishers.ofString(write(body)))));
    }

    /** Sends a body as it is, with headers. */
    JsonNode post(URI uri, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return parse(send(request));
    }

    static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException foreign) {
            throw new UncheckedIOException(foreign);
        }
    }

    private static HttpRequest.Builder json(URI uri, String token) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private String send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(TIMEOUT).build();
        long deadline = System.nanoTime() + RETRY_MAX.toNanos();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            while (isWorthAnotherTry(response) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(RETRY_PAUSE.toMillis());
                response = client.send(request, BodyHandlers.ofString());
            }
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("%s %s answered %d: %s"
                        .formatted(
                                request.method(),
                                request.uri(),
                                response.statusCode(),
                                response.body()));
            }
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(request.uri() + " does not answer", failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped during " + request.uri(), stopping);
        }
    }

    private static boolean isWorthAnotherTry(HttpResponse<String> response) {
        int status = response.statusCode();
        return MAYBE_LATER.contains(status)
                || (status == 422 && response.body().contains(UNKNOWN_YET));
    }
}
