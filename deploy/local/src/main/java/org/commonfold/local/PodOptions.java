package org.commonfold.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the manifests tell the JVM of a pod, and the C library beneath it. */
public final class PodOptions {

    private static final String ARENAS = "MALLOC_ARENA_MAX";

    private PodOptions() {}

    /**
     * As if the machine had no more memory than the pod, of which the options name percentages.
     *
     * @param home of the source tree
     * @param mebibytes of the pod
     */
    public static List<String> of(Path home, int mebibytes) throws IOException {
        List<String> options = new ArrayList<>(List.of("-XX:MaxRAM=" + mebibytes + "m"));
        options.addAll(List.of(declared(home, "JAVA_TOOL_OPTIONS").split(" ")));
        return options;
    }

    /**
     * What the C library is told, by its name in the environment.
     *
     * @param home of the source tree
     */
    public static Map<String, String> environment(Path home) throws IOException {
        return Map.of(ARENAS, declared(home, ARENAS));
    }

    private static String declared(Path home, String name) throws IOException {
        String declaration = "- " + name + "=";
        try (Stream<String> lines =
                Files.lines(home.resolve("deploy/kubernetes/base/kustomization.yaml"))) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith(declaration))
                    .map(line -> line.substring(declaration.length()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
