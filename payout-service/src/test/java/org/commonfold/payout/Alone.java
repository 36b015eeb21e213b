package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.kit.testing.ServiceProcess;
import org.commonfold.kit.testing.TestDatabase;
import org.commonfold.kit.testing.TestTokens;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** payout-service started alone, as a process, on a broker and a database that nobody else uses. */
final class Alone implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String READ =
            "select coalesce(sum(next_offset), 0) from log_checkpoint where topic = 'commons.log'";
    private static final String UNSENT = "select count(*) from event where sent_at is null";

    final TestDatabase database = TestDatabase.create();

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedBroker broker = EmbeddedBroker.start();
    private final CommonsLog log;
    private final int port = EmbeddedBroker.freePort();
    private ServiceProcess process;

    private Alone(int partitions) {
        log = CommonsLog.connect(broker.bootstrapServers(), partitions);
    }

    private void begin(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dquarkus.http.port=" + port);
        all.add("-Dquarkus.management.port=" + EmbeddedBroker.freePort());
        process = ServiceProcess.startOn(
                broker.bootstrapServers(), database, all.toArray(String[]::new));
        await().atMost(PATIENCE).ignoreException(ConnectException.class).until(() -> {
            assertThat(process.isAlive()).isTrue();
            return get("/ledger/balances", "*/*").statusCode() == 200;
        });
    }

    /** Ready to answer. */
    static Alone start(int partitions, String... options) throws IOException {
        Alone alone = new Alone(partitions);
        alone.begin(options);
        return alone;
    }

    /** The same, with other options. */
    void restart(String... options) throws IOException {
        process.close();
        begin(options);
    }

    CommonsLog log() {
        return log;
    }

    /** All that has been written is folded, and told. */
    void awaitTheEnd() {
        log.flush();
        long records = TopicReader.all("commons.log", broker.bootstrapServers()).size();
        await().atMost(PATIENCE).until(() -> database.number(READ) == records);
        await().atMost(PATIENCE).until(() -> database.number(UNSENT) == 0);
    }

    List<ConsumerRecord<String, byte[]>> rejected() {
        return TopicReader.all("commons.log.rejected", broker.bootstrapServers());
    }

    int port() {
        return port;
    }

    /** As a treasurer. */
    HttpResponse<String> get(String path, String accept) throws IOException {
        return get(path, accept, BodyHandlers.ofString());
    }

    /** The same, to be read in any way. */
    <T> HttpResponse<T> get(String path, String accept, BodyHandler<T> body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/v1" + path))
                .header("Authorization", "Bearer " + TestTokens.token("tess", "treasurer"))
                .header("Accept", accept)
                .build();
        try {
            return client.send(request, body);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    @Override
    public void close() {
        process.close();
        log.close();
        broker.close();
    }
}
