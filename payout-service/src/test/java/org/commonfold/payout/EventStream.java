package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;

/** Server-sent events as a browser follows them; thousands of them need no thread of their own. */
final class EventStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Lines lines = new Lines();
    private CompletableFuture<HttpResponse<Void>> response;

    /** What has come, line by line. */
    private static final class Lines implements Flow.Subscriber<String> {

        private final Queue<String> queue = new ConcurrentLinkedQueue<>();
        private volatile Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            queue.add(line);
        }

        @Override
        public void onError(Throwable failure) {
            queue.add("failed: " + failure);
        }

        @Override
        public void onComplete() {
            queue.add("ended");
        }
    }

    static EventStream open(URI uri, String token, String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        EventStream stream = new EventStream();
        stream.response = CLIENT.sendAsync(request.build(), answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            return BodySubscribers.fromLineSubscriber(stream.lines);
        });
        return stream;
    }

    /** What events had in a field, such as {@code data:}. */
    List<String> values(String field) {
        return lines.queue.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .toList();
    }

    String lastOf(String field) {
        List<String> values = values(field);
        return values.get(values.size() - 1);
    }

    /** Until the data of the last event has a text. */
    void await(String text) {
        org.awaitility.Awaitility.await()
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> !values("data:").isEmpty() && lastOf("data:").contains(text));
    }

    void awaitHeartbeat() {
        org.awaitility.Awaitility.await()
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> lines.queue.stream().anyMatch(line -> line.startsWith(":")));
    }

    @Override
    public void close() {
        if (lines.subscription != null) {
            lines.subscription.cancel();
        }
        response.cancel(true);
    }
}
