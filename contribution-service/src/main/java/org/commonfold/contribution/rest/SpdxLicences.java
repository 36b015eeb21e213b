package org.commonfold.contribution.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The SPDX licence list that came with this version. */
final class SpdxLicences {

    private static final String LIST = "/spdx/licences.txt";

    /** By id, in any case. */
    private static final Map<String, Listed> BY_ID = read();

    private record Listed(String id, boolean isDeprecated) {}

    private SpdxLicences() {}

    /** The id as the list writes it. */
    static Optional<String> canonical(String id) {
        return Optional.ofNullable(BY_ID.get(id)).map(Listed::id);
    }

    /** Those for new works, in the list's order. */
    static List<String> current() {
        return BY_ID.values().stream()
                .filter(one -> !one.isDeprecated())
                .map(Listed::id)
                .toList();
    }

    private static Map<String, Listed> read() {
        Map<String, Listed> byId = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try (var lines = new BufferedReader(new InputStreamReader(
                SpdxLicences.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.startsWith("-")
                            ? new Listed(line.substring(1), true)
                            : new Listed(line, false))
                    .forEach(one -> byId.put(one.id(), one));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return byId;
    }
}
