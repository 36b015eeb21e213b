package org.commonfold.payout.fold.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.fold.domain.Author;
import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Criterion;
import org.commonfold.payout.fold.domain.Portion;
import org.commonfold.payout.fold.domain.Restoration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** A pod that had room for its partitions must have room to start again. */
@DisplayName("A large commons that is saved")
class RestoredInLittleMemoryTest {

    private static final CommonsId LAB = new CommonsId("lab");
    private static final int EVENTS = 300_000;
    private static final int PEOPLE = 20_000;
    /** Twice what it is, by what docs/operations/capacity.md tells operators. */
    private static final String HEAP = "-Xmx64m";

    @TempDir
    Path directory;

    private final Random random = new Random(7);
    private final Commonses commonses = new Commonses();
    private final List<ContributionId> works = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {EVENTS, 50_000})
    void is_restored_in_twice_the_memory_that_it_takes(int portionEvery) throws Exception {
        commonses.fold(new CommonsEvent.CommonsFounded(LAB, charter()));
        List<byte[]> portions = new ArrayList<>();
        for (int event = 1; event <= EVENTS; event++) {
            commonses.fold(event % 10 == 1 ? published() : rated());
            if (event % portionEvery == 0) {
                portions.add(portion());
            }
        }
        for (int number = 0; number < portions.size(); number++) {
            Files.write(file(directory, number), portions.get(number));
        }

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RestoredInLittleMemoryTest.class.getName(),
                        directory.toString(),
                        Integer.toString(portions.size()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(works.size() + " works");
    }

    private byte[] portion() {
        Portion portion = commonses.find(LAB).orElseThrow().nextPortion();
        return SnapshotFormat.encode(portion.state());
    }

    private CommonsEvent published() {
        works.add(new ContributionId(new UUID(random.nextLong(), random.nextLong()).toString()));
        List<Author> authors = List.of(new Author(anybody(), 1));
        return new CommonsEvent.ContributionPublished(
                LAB, works.get(works.size() - 1), authors, List.of());
    }

    private CommonsEvent rated() {
        ContributionId work = works.get(random.nextInt(works.size()));
        Map<String, Long> scores = Map.of("quality", 1L + random.nextInt(5));
        return new CommonsEvent.PeerRated(LAB, work, anybody(), scores, 3, null);
    }

    private ContributorId anybody() {
        return new ContributorId("person-" + random.nextInt(PEOPLE));
    }

    private static Charter charter() {
        Criterion quality = new Criterion("quality", 2, 1, List.of(0, 1, 2, 3, 5));
        return new Charter(List.of(quality), 2, 13, 500, 5, 1_000, 10, 500);
    }

    private static Path file(Path directory, int number) {
        return directory.resolve("portion-" + number);
    }

    /** In a JVM of its own: restores what the directory has, as many portions as it is told. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        Restoration restoration = new Restoration();
        IntStream.range(0, Integer.parseInt(arguments[1]))
                .mapToObj(number -> SnapshotFormat.decode(read(directory, number)))
                .forEach(restoration::add);
        Commonses restored = new Commonses();
        restored.restore(restoration);
        System.out.println(restored.find(LAB).orElseThrow().works().size() + " works");
    }

    private static byte[] read(Path directory, int number) {
        try {
            return Files.readAllBytes(file(directory, number));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
