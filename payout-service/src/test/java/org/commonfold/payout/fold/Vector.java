package org.commonfold.payout.fold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A log and the balances it must give. The project's own lie in src/test/resources/vectors; {@code
 * -Dvectors=DIR} folds those of another directory as well.
 */
public record Vector(String name, Path directory) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LOG = ".log.ndjson";

    /** One line of a vector's log. */
    public record Line(String type, String id, String key, byte[] data) {

        /** The CloudEvents type. */
        public String eventType() {
            return "org.commonfold." + type + ".v1";
        }
    }

    public static List<Vector> all() {
        List<Vector> vectors = new ArrayList<>(in(Path.of("src/test/resources/vectors")));
        String other = System.getProperty("vectors", "");
        if (!other.isEmpty()) {
            vectors.addAll(in(Path.of(other)));
        }
        return vectors;
    }

    private static List<Vector> in(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.contains(LOG))
                    .map(file -> file.substring(0, file.indexOf(LOG)))
                    .sorted()
                    .map(name -> new Vector(name, directory))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Vector named(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    public List<Line> log() {
        return lines(LOG).stream().map(Vector::line).toList();
    }

    private static Line line(String json) {
        JsonNode line = parse(json);
        JsonNode data = line.get("data");
        JsonNode commonsId = data.get("commonsId");
        return new Line(
                line.get("type").asText(),
                line.get("id").asText(),
                commonsId == null ? "" : commonsId.asText(),
                data.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** {@code owner currency accrued available}, in order. */
    public List<String> balances() {
        return lines(".balances.ndjson").stream()
                .map(Vector::parse)
                .map(Vector::balance)
                .sorted()
                .toList();
    }

    public static String balance(JsonNode row) {
        return String.join(
                " ",
                row.get("owner").asText(),
                row.get("currency").asText(),
                row.get("accrued").asText(),
                row.get("available").asText());
    }

    public Set<String> rejected() {
        Path file = directory.resolve(name + ".rejected.txt");
        return Files.exists(file) ? new TreeSet<>(lines(".rejected.txt")) : Set.of();
    }

    private List<String> lines(String ending) {
        Path plain = directory.resolve(name + ending);
        try (InputStream bytes =
                Files.exists(plain) ? Files.newInputStream(plain) : zipped(plain)) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream zipped(Path plain) throws IOException {
        return new GZIPInputStream(Files.newInputStream(Path.of(plain + ".gz")));
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
