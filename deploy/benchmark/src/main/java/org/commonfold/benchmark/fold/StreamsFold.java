package org.commonfold.benchmark.fold;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The same fold as a Kafka Streams application, exactly once, its state in RocksDB: what one would
 * pick instead. Timed from its first record to the commit of its last.
 */
final class StreamsFold {

    static final List<String> STORES =
            List.of("seen", "works", "raters", "pairs", "revenues", "balances");

    private static final int LOOK_AGAIN_MILLIS = 50;

    private StreamsFold() {}

    /** Arguments: threads; the broker; how many events. */
    public static void main(String[] arguments) throws Exception {
        String application = "streams-" + UUID.randomUUID();
        String broker = arguments[1];
        long events = Long.parseLong(arguments[2]);
        String output = application + "-distributed";
        LogTopic.create(broker, output);
        Properties settings = settings(application, broker, arguments[0]);
        KafkaStreams streams = new KafkaStreams(topology(output), settings);
        streams.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            while (StreamsProcessor.BEGIN.get() == 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            }
            Run.Watch watch = new Run.Watch(events, StreamsProcessor.BEGIN.get());
            long read = 0;
            while (read < events) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
                read = committed(admin, application);
                watch.read(read);
            }
            watch.stopAndPrint();
        }
        streams.close(Duration.ofSeconds(10));
        streams.cleanUp();
        System.exit(0);
    }

    private static Properties settings(String application, String broker, String threads)
            throws IOException {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Files.createTempDirectory("streams").toString());
        // Room for what is used most; the default is 10 MB.
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 256L << 20);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 5_000);
        settings.put(StreamsConfig.consumerPrefix("max.poll.records"), 5_000);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        settings.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        settings.put(StreamsConfig.producerPrefix("batch.size"), 131_072);
        settings.put(StreamsConfig.producerPrefix("linger.ms"), 20);
        return settings;
    }

    private static Topology topology(String output) {
        Topology topology = new Topology();
        topology.addSource(
                "log",
                Serdes.String().deserializer(),
                Serdes.ByteArray().deserializer(),
                LogTopic.NAME);
        topology.addProcessor("fold", StreamsProcessor::new, "log");
        for (String store : STORES) {
            topology.addStateStore(
                    Stores.keyValueStoreBuilder(
                                    Stores.persistentKeyValueStore(store),
                                    Serdes.String(),
                                    Serdes.ByteArray())
                            .withCachingEnabled(),
                    "fold");
        }
        topology.addSink(
                "distributed",
                output,
                Serdes.String().serializer(),
                Serdes.ByteArray().serializer(),
                "fold");
        return topology;
    }

    /** How many records are read for good: the ends of transactions take offsets of their own. */
    private static long committed(Admin admin, String application)
            throws ExecutionException, InterruptedException {
        Map<?, OffsetAndMetadata> offsets =
                new HashMap<>(admin.listConsumerGroupOffsets(application)
                        .partitionsToOffsetAndMetadata()
                        .get());
        return offsets.values().stream()
                .filter(Objects::nonNull)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }
}
