package org.commonfold.benchmark.fold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** JVMs that the benchmark starts: each contestant has one of its own, with the same memory. */
final class Processes {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    /** Of the contestants and their broker: as payout-service is shipped, with a heap of 1 GB. */
    static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC");

    private Processes() {}

    static Process start(Path errors, List<String> jvm, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
    }

    /** The first line of what it says that is waited for. */
    static String await(Process process, Predicate<String> waitedFor) {
        try {
            BufferedReader said = process.inputReader();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (waitedFor.test(line)) {
                    return line;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        throw new IllegalStateException("It ended before it said what was waited for");
    }
}
