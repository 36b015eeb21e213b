package org.commonfold.kit.projection;

import static java.util.stream.Collectors.toMap;

import io.smallrye.common.annotation.Identifier;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where the partitions of the log end that this service reads, by the broker's word. */
@ApplicationScoped
class LogEnds {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(4);

    /** The broker did not answer, or has no such topic yet. */
    static final class Unknown extends Exception {

        private static final long serialVersionUID = 1;

        Unknown(Exception cause) {
            super(cause);
        }
    }

    private final Admin admin;
    private final List<String> topics;

    LogEnds(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "mp.messaging.incoming.log.topic") Optional<String> topic,
            @ConfigProperty(name = "mp.messaging.incoming.log.topics")
                    Optional<List<String>> topics) {
        Map<String, Object> settings = new HashMap<>(broker);
        int millisMax = (int) ANSWER_MAX.toMillis();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millisMax);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millisMax);
        this.admin = Admin.create(settings);
        this.topics = topics.orElseGet(() -> topic.map(List::of).orElse(List.of()));
    }

    /** The offset after the last record of every partition. Blocks, but not for long. */
    Map<TopicPartition, Long> read() throws Unknown {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        answer(admin.describeTopics(topics).allTopicNames())
                .values()
                .forEach(topic -> topic.partitions()
                        .forEach(partition -> latest.put(
                                new TopicPartition(topic.name(), partition.partition()),
                                OffsetSpec.latest())));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                answer(admin.listOffsets(latest).all());
        return ends.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T answer(KafkaFuture<T> asked) throws Unknown {
        try {
            return asked.get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new Unknown(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unknown(stopping);
        }
    }

    void close() {
        admin.close(Duration.ZERO);
    }
}
