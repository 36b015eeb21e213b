package org.commonfold.kit.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The partitions that are this process's to read. Each is read from where the database stands, not
 * from where Kafka thinks we are.
 */
@ApplicationScoped
@Identifier(LogReader.CHANNEL)
class LogAssignments implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(LogAssignments.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Checkpoints checkpoints;
    private final EventRows events;
    private final Instance<LogProjection> projection;
    private final KafkaClientService kafka;
    private final Map<TopicPartition, Assignment> current = new ConcurrentHashMap<>();
    /** Gaps in the offsets that were still there on a second look: the log itself has them. */
    private final Map<TopicPartition, Long> knownGaps = new ConcurrentHashMap<>();
    /** Partitions that do not hold all of what was read of them, or is still to be read. */
    private final Set<TopicPartition> cutOff = ConcurrentHashMap.newKeySet();

    LogAssignments(
            Checkpoints checkpoints,
            EventRows events,
            Instance<LogProjection> projection,
            KafkaClientService kafka,
            MeterRegistry metrics) {
        this.checkpoints = checkpoints;
        this.events = events;
        this.projection = projection;
        this.kafka = kafka;
        metrics.gaugeCollectionSize("log_cut_off_partitions", Tags.empty(), cutOff);
    }

    /** The assignment of a partition, or null when it is not ours. */
    Assignment current(TopicPartition partition) {
        return current.get(partition);
    }

    /**
     * Whether a batch that begins at this offset continues what was read. Records left over from
     * before a new assignment do not; folding them would leave a hole in what is kept in memory.
     */
    boolean continues(Assignment assignment, long firstOffset) {
        if (firstOffset <= assignment.next) {
            return true;
        }
        Long known = knownGaps.put(assignment.partition, assignment.next);
        if (known != null && known == assignment.next) {
            return true;
        }
        LOG.warnf(
                "%s: expected offset %d, got %d; reading again",
                assignment.partition, assignment.next, firstOffset);
        reassign(assignment);
        return false;
    }

    /** Another process has written what this one was about to write. */
    void fenced(Assignment assignment) {
        if (assignment.lost) {
            return;
        }
        LOG.warnf("%s is written by another process; letting go of it", assignment.partition);
        reassign(assignment);
    }

    private void reassign(Assignment assignment) {
        assignment.lost = true;
        current.remove(assignment.partition, assignment);
        java.util.function.Consumer<Consumer<Object, Object>> rejoin = Consumer::enforceRebalance;
        kafka.getConsumer(LogReader.CHANNEL)
                .runOnPollingThread(rejoin)
                .subscribe()
                .with(done -> {}, failure -> LOG.error("No new assignment", failure));
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Assignment assignment = assignPatiently(consumer, partition);
            if (cutOff.contains(partition)) {
                continue;
            }
            current.put(partition, assignment);
            LOG.infof("Reading %s from offset %d", partition, assignment.next);
            consumer.seek(partition, assignment.next);
        }
    }

    @Override
    public void onPartitionsRevoked(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(this::letGo);
        cutOff.removeAll(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevoked(consumer, partitions);
    }

    private void letGo(TopicPartition partition) {
        Assignment assignment = current.remove(partition);
        if (assignment != null) {
            assignment.lost = true;
        }
    }

    private Assignment assignPatiently(Consumer<?, ?> consumer, TopicPartition partition) {
        while (true) {
            try {
                Checkpoint checkpoint = checkpoints.readAndAwait(partition);
                PartitionFold fold = projection.get().assigned(partition.partition(), checkpoint);
                Assignment assignment =
                        new Assignment(partition, fold, events.seenAndAwait(partition), checkpoint);
                requireAllOfIt(consumer, assignment);
                return assignment;
            } catch (RuntimeException outage) {
                LOG.warn("It is not known yet where to read " + partition, outage);
                pause();
            }
        }
    }

    /**
     * A partition that ends before what was read of it is not the log that was read: reading on
     * would pass over whatever is written to those offsets. One that begins after what is to be
     * read has lost records: reading on would pass over them. Nothing of either is read.
     */
    private void requireAllOfIt(Consumer<?, ?> consumer, Assignment assignment) {
        TopicPartition partition = assignment.partition;
        long begin = consumer.beginningOffsets(Set.of(partition)).get(partition);
        long end = consumer.endOffsets(Set.of(partition)).get(partition);
        if (end < assignment.begin) {
            LOG.errorf(
                    "%s ends at offset %d, but was read up to %d: it is not read any further",
                    partition, end, assignment.begin);
            cutOff.add(partition);
        } else if (begin > assignment.next) {
            LOG.errorf(
                    "%s begins at offset %d, but is to be read from %d: it is not read any further",
                    partition, begin, assignment.next);
            cutOff.add(partition);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the database", stopping);
        }
    }
}
