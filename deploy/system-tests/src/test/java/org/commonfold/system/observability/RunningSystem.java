package org.commonfold.system.observability;

import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.kit.testing.TestDatabase;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The four services beside one another, on a broker and databases of their own. */
final class RunningSystem implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("contribution-service", "rating-service", "revenue-service", "payout-service");
    private static final Duration START_MAX = Duration.ofMinutes(2);

    private final EmbeddedBroker broker = EmbeddedBroker.start();
    private final Map<String, RunningService> services = new LinkedHashMap<>();

    private RunningSystem() {}

    /** Starts all four with these settings, and waits until they are ready. */
    static RunningSystem start(Map<String, String> environment) throws IOException {
        RunningSystem system = new RunningSystem();
        for (String name : NAMES) {
            String database = TestDatabase.create().address();
            String broker = system.broker.bootstrapServers();
            system.services.put(name, RunningService.start(name, broker, database, environment));
        }
        await().atMost(START_MAX)
                .until(() -> system.services.values().stream().allMatch(RunningService::isReady));
        return system;
    }

    RunningService service(String name) {
        return services.get(name);
    }

    /** As any client of the broker can. */
    void write(ProducerRecord<String, String> record)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        }
    }

    List<String> names() {
        return NAMES;
    }

    @Override
    public void close() {
        services.values().forEach(RunningService::close);
        broker.close();
    }
}
