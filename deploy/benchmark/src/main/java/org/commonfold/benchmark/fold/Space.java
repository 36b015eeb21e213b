package org.commonfold.benchmark.fold;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** What so many events take: of the broker's disk, payout-service's database and its heap. */
final class Space {

    static final String HEAD = """
            | events | heap, MB | log | `log_segment` | `commons_snapshot` \
            | `posting`, a line | `balance`, a row |
            |---:|---:|---:|---:|---:|---:|---:|
            """;

    private static final String SIZE = "select pg_total_relation_size('%s')";
    private static final double MEGABYTE = 1e6;

    private final String broker;
    private final PayoutService.Running service;
    private final long events;

    /** Once all of them are read. */
    Space(String broker, PayoutService.Running service, long events) {
        this.broker = broker;
        this.service = service;
        this.events = events;
    }

    /** Bytes, with indexes: an event, where nothing else is said. */
    String row() throws IOException, InterruptedException, ExecutionException {
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %d | %d | %d | %d | %d |%n",
                events,
                service.liveHeapBytes() / MEGABYTE,
                logBytes() / events,
                bytes("log_segment") / events,
                bytes("commons_snapshot") / events,
                bytesOfARow("posting"),
                bytesOfARow("balance"));
    }

    private long bytes(String table) {
        return service.number(SIZE.formatted(table));
    }

    private long bytesOfARow(String table) {
        return bytes(table) / Math.max(1, service.number("select count(*) from " + table));
    }

    private long logBytes() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            List<Integer> brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> node.id())
                    .toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .mapToLong(Space::logBytes)
                    .sum();
        }
    }

    private static long logBytes(LogDirDescription directory) {
        return directory.replicaInfos().entrySet().stream()
                .filter(replica -> replica.getKey().topic().equals(LogTopic.NAME))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }
}
