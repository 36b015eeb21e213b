package org.commonfold.system.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Calls one service, each time with a trace of its own, and remembers what it owes lines about. */
final class TracedCalls {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> NO_MORE = Map.of();

    /** What a line of a request is about. */
    enum About {
        EVENT,
        REFUSAL
    }

    /** A request of which there is to be a line. */
    record Owed(String request, String traceId, About about) {}

    private record Call(String request, String token, String body, Map<String, String> headers) {}

    private record Answer(Call call, String traceId, int status, String body) {

        Answer is(int statusMin, int statusMax) {
            assertThat(status).as("%s: %s", call.request(), body).isBetween(statusMin, statusMax);
            return this;
        }
    }

    private final RunningService service;
    private final List<Owed> owed = new ArrayList<>();

    TracedCalls(RunningService service) {
        this.service = service;
    }

    String name() {
        return service.name();
    }

    List<Owed> owed() {
        return owed;
    }

    /** Something that makes an event. */
    JsonNode records(String request, String token, String body) {
        return records(request, token, body, NO_MORE);
    }

    JsonNode records(String request, String token, String body, Map<String, String> headers) {
        Call call = new Call(request, token, body, headers);
        return json(owing(About.EVENT, call, send(call).is(200, 299)));
    }

    /** Something that is done, or read, without an event. */
    JsonNode does(String request, String token, String body) {
        return json(answers(request, token, body, NO_MORE));
    }

    /** The same, and what it is answered need be no JSON. */
    String answers(String request, String token, String body, Map<String, String> headers) {
        return send(new Call(request, token, body, headers)).is(200, 299).body();
    }

    void refuses(int status, String request, String token, String body) {
        refuses(status, request, token, body, NO_MORE);
    }

    void refuses(
            int status, String request, String token, String body, Map<String, String> headers) {
        Call call = new Call(request, token, body, headers);
        owing(About.REFUSAL, call, send(call).is(status, status));
    }

    /** Refused before anything is made of it, and without a line. */
    void turnsAway(int status, String request, String token, String body) {
        send(new Call(request, token, body, NO_MORE)).is(status, status);
    }

    /** Asks until it is answered so. */
    JsonNode comesTo(String request, String token, Predicate<JsonNode> wanted) {
        String[] methodAndPath = request.split(" ", 2);
        HttpRequest http = service.request(methodAndPath[0], methodAndPath[1], token, null);
        return await(request)
                .atMost(PATIENCE)
                .until(() -> bodyOf(CLIENT.send(http, BodyHandlers.ofString())), wanted::test);
    }

    private static JsonNode bodyOf(HttpResponse<String> answer) {
        return answer.statusCode() == 200 ? json(answer.body()) : JSON.nullNode();
    }

    private String owing(About about, Call call, Answer answer) {
        owed.add(new Owed(call.request(), answer.traceId(), about));
        return answer.body();
    }

    private Answer send(Call call) {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        String[] methodAndPath = call.request().split(" ", 2);
        HttpRequest.Builder http = HttpRequest.newBuilder(
                        service.request(
                                methodAndPath[0], methodAndPath[1], call.token(), call.body()),
                        (name, value) -> !call.headers().containsKey(name))
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01");
        call.headers().forEach(http::header);
        HttpResponse<String> answer = answer(http.build());
        return new Answer(call, traceId, answer.statusCode(), answer.body());
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(request + " was not answered", failure);
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? JSON.nullNode() : JSON.readTree(body);
        } catch (IOException noJson) {
            throw new AssertionError(body, noJson);
        }
    }
}
