package org.commonfold.kit.topics;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Creates the topics a service needs where they are missing, so that it can be started on a broker
 * it has never seen. A topic that exists is left as it is; where all of them do, no right to create
 * any is needed. A broker that is not there does not keep the service from starting: the attempt
 * goes on in the background.
 */
@ApplicationScoped
public class TopicSetup {

    private static final Logger LOG = Logger.getLogger(TopicSetup.class);
    /** Twice what a broker takes of one record unless told otherwise. */
    private static final String COPY_BYTES_MAX = "2097152";

    private static final Duration WAIT_MAX = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> broker;
    private final List<String> topics;
    private final Optional<Set<String>> topicsOfCopies;
    private final int partitions;
    private final Thread thread = new Thread(this::createPatiently, "topic-setup");

    TopicSetup(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "log.topics") List<String> topics,
            @ConfigProperty(name = "log.topics-of-copies") Optional<Set<String>> topicsOfCopies,
            @ConfigProperty(name = "log.partitions", defaultValue = "12") int partitions) {
        this.broker = broker;
        this.topics = topics;
        this.topicsOfCopies = topicsOfCopies;
        this.partitions = partitions;
    }

    /** Before the channels open: a consumer would wait for the next refresh of its metadata. */
    void start(@Observes @Priority(1) StartupEvent starting) throws InterruptedException {
        thread.setDaemon(true);
        thread.start();
        thread.join(WAIT_MAX.toMillis());
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.interrupt();
    }

    private void createPatiently() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("default.api.timeout.ms", 5_000);
        settings.put("request.timeout.ms", 5_000);
        try {
            while (!exist(settings)) {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException stopping) {
            LOG.debug("Stopped before all topics were there");
        }
    }

    /** Where others make the topics, a service has no right to; it need not try. */
    private boolean exist(Map<String, Object> settings) throws InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            return (allThere(admin) || created(admin)) && led(admin);
        } catch (KafkaException unresolved) {
            LOG.warnf("No topics yet: %s", unresolved);
            return false;
        }
    }

    private boolean allThere(Admin admin) throws InterruptedException {
        try {
            admin.describeTopics(topics).allTopicNames().get();
            return true;
        } catch (ExecutionException missing) {
            LOG.debug("Not all topics are there", missing);
            return false;
        }
    }

    private boolean created(Admin admin) throws InterruptedException {
        List<NewTopic> wanted = topics.stream().map(this::topic).toList();
        CreateTopicsResult result = admin.createTopics(wanted);
        for (Map.Entry<String, KafkaFuture<Void>> one : result.values().entrySet()) {
            try {
                one.getValue().get();
                LOG.infof("Created the topic %s", one.getKey());
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof TopicExistsException)) {
                    LOG.warnf("The topic %s: %s", one.getKey(), failure.getCause());
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Asks each partition how far it goes, which its leader alone can tell. Of batches that are in
     * flight to one that nobody leads yet, the first may be refused and the second taken; then the
     * first is out of order until its producer gives up, minutes later.
     */
    private boolean led(Admin admin) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (TopicDescription topic :
                    admin.describeTopics(topics).allTopicNames().get().values()) {
                topic.partitions()
                        .forEach(partition -> ends.put(
                                new TopicPartition(topic.name(), partition.partition()),
                                OffsetSpec.latest()));
            }
            admin.listOffsets(ends).all().get();
            return true;
        } catch (ExecutionException notYet) {
            LOG.warnf("The topics are there, but not led yet: %s", notYet.getCause());
            return false;
        }
    }

    /**
     * The log is kept for ever; replication and the rest are the broker's settings. A copy of a
     * record has headers more than the record, which may have been as large as its topic allows.
     */
    private NewTopic topic(String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        if (topicsOfCopies.orElse(Set.of()).contains(name)) {
            settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, COPY_BYTES_MAX);
        }
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }
}
