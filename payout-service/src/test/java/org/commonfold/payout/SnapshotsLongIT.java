package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.util.stream.Collectors.toMap;

import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.kit.testing.ServiceProcess;
import org.commonfold.kit.testing.TestDatabase;
import org.commonfold.payout.fold.Vector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

@DisplayName("payout-service, started again from what it has saved")
class SnapshotsLongIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern BEGINS =
            Pattern.compile("Reading commons\\.log-(\\d+) from offset (\\d+)");
    private static final Path SAID = Path.of("target", "service-process.log");

    private static final String NOTHING = "select";
    /** Of a partition in which no commons is, nothing is to be folded again. */
    private static final String SAVED = "select log_partition from refold where commons_count > 0";

    /** Partitions of which a snapshot and what was folded may be of two different places. */
    private static final String SAVED_APART = """
            select count(*)
              from refold
              join log_checkpoint on topic = 'commons.log' and partition = log_partition
             where refold.xmin <> log_checkpoint.xmin""";

    /** What happens to what is saved while the service is away. */
    private static final List<String> DAMAGES = List.of(
            NOTHING,
            "update commons_snapshot set format = format + 1",
            "update commons_snapshot set as_of = as_of + 1000000",
            "update refold set from_offset = from_offset + 1000000",
            "update commons_snapshot set data = set_byte(data, 9, 255 - get_byte(data, 9))",
            "update commons_snapshot set data = substring(data for length(data) - 1)",
            "truncate commons_snapshot",
            "truncate refold",
            NOTHING);

    private final TestDatabase database = TestDatabase.create();
    private final FoldedLog folded = new FoldedLog(database);
    private final EmbeddedBroker broker = EmbeddedBroker.start();

    @AfterEach
    void the_end() {
        broker.close();
    }

    @Test
    void goes_on_from_there_or_folds_again_what_it_cannot_use() throws Exception {
        Vector vector = Vector.named("large");
        List<Vector.Line> lines = vector.log();
        List<Integer> saved = List.of();
        int written = 0;
        for (int stage = 0; stage <= DAMAGES.size(); stage++) {
            int until = lines.size() * (stage + 1) / (DAMAGES.size() + 1);
            try (CommonsLog log = CommonsLog.connect(broker.bootstrapServers())) {
                log.write(lines.subList(written, until));
            }
            written = until;
            Map<Integer, Long> begun = readUpTo(written);
            assertThat(database.number(SAVED_APART)).isZero();
            boolean wasKept = stage > 0 && DAMAGES.get(stage - 1).equals(NOTHING);
            assertThat(saved.stream().anyMatch(partition -> begun.get(partition) > 0))
                    .isEqualTo(wasKept);
            saved = database.texts(SAVED).stream().map(Integer::valueOf).toList();
            if (stage < DAMAGES.size()) {
                database.execute(DAMAGES.get(stage));
            }
        }
        assertThat(folded.balances()).isEqualTo(vector.balances());
    }

    /** Where it began to read each partition. */
    private Map<Integer, Long> readUpTo(long records) throws IOException {
        int saidBefore = Files.exists(SAID) ? Files.readString(SAID).length() : 0;
        try (ServiceProcess payout = ServiceProcess.startOn(
                broker.bootstrapServers(), database, "-Dfold.snapshot-every=100")) {
            await().atMost(PATIENCE).until(() -> payout.isAlive() && folded.read() == records);
            payout.kill();
        }
        return BEGINS.matcher(Files.readString(SAID).substring(saidBefore))
                .results()
                .collect(toMap(
                        found -> Integer.valueOf(found.group(1)),
                        found -> Long.valueOf(found.group(2))));
    }
}
