package org.commonfold.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Who may call what, as {@code authorization.txt} of a service says: a line for each operation, a
 * column for each {@link Caller}, in every cell the status of the answer.
 */
public final class AuthorizationTable {

    private static final Path OPENAPI = Path.of("target", "openapi", "openapi.json");
    private static final String OPERATION = "[A-Z]+ +/.*";

    private final Map<String, List<Integer>> statuses = new TreeMap<>();

    private AuthorizationTable() {}

    /** Of the service under test. */
    public static AuthorizationTable read() {
        AuthorizationTable table = new AuthorizationTable();
        try (InputStream in = AuthorizationTable.class.getResourceAsStream("/authorization.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches(OPERATION))
                    .forEach(table::add);
            return table;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\\|");
        List<Integer> answers = Arrays.stream(cells)
                .skip(1)
                .map(cell -> Integer.valueOf(cell.strip()))
                .toList();
        assertThat(answers).as(line).hasSameSizeAs(Caller.values());
        statuses.put(cells[0].strip().replaceAll(" +", " "), answers);
    }

    /** Such as {@code GET /v1/commons}. */
    public List<String> operations() {
        return List.copyOf(statuses.keySet());
    }

    /** By caller, as the table has it. */
    public Map<Caller, Integer> expected(String operation) {
        return byCaller(caller -> statuses.get(operation).get(caller.ordinal()));
    }

    /** Somebody who may. */
    public Caller permitted(String operation) {
        return Arrays.stream(Caller.values())
                .filter(caller -> expected(operation).get(caller) / 100 == 2)
                .findFirst()
                .orElseThrow();
    }

    /** What each of them is answered. */
    public static Map<Caller, Integer> byCaller(ToIntFunction<Caller> status) {
        Map<Caller, Integer> answers = new EnumMap<>(Caller.class);
        for (Caller caller : Caller.values()) {
            answers.put(caller, status.applyAsInt(caller));
        }
        return answers;
    }

    /** Nothing that the service offers is left out, and nothing else is in it. */
    public void assertComplete() {
        List<String> offered = new ArrayList<>();
        JsonNode paths = document().path("paths");
        paths.fieldNames()
                .forEachRemaining(path -> paths.path(path)
                        .fieldNames()
                        .forEachRemaining(
                                method -> offered.add(method.toUpperCase(ROOT) + " " + path)));
        assertThat(operations()).containsExactlyInAnyOrderElementsOf(offered);
    }

    private static JsonNode document() {
        try {
            return new JsonMapper().readTree(OPENAPI.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
