package org.commonfold.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the manifests tell the JVM of a pod. */
public final class PodOptions {

    private static final String DECLARATION = "- JAVA_TOOL_OPTIONS=";

    private PodOptions() {}

    /**
     * As if the machine had no more memory than the pod, of which the options name percentages.
     *
     * @param home of the source tree
     * @param mebibytes of the pod
     */
    public static List<String> of(Path home, int mebibytes) throws IOException {
        List<String> options = new ArrayList<>(List.of("-XX:MaxRAM=" + mebibytes + "m"));
        try (Stream<String> lines =
                Files.lines(home.resolve("deploy/kubernetes/base/kustomization.yaml"))) {
            options.addAll(lines.map(String::strip)
                    .filter(line -> line.startsWith(DECLARATION))
                    .map(line -> line.substring(DECLARATION.length()).split(" "))
                    .map(List::of)
                    .findFirst()
                    .orElseThrow());
        }
        return options;
    }
}
