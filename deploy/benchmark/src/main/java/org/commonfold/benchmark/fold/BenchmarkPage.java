package org.commonfold.benchmark.fold;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** docs/benchmark.md: what stands there between two marks is what was measured last. */
public final class BenchmarkPage {

    private final Path home;

    public BenchmarkPage(Path home) {
        this.home = home;
    }

    /** Fails when the page has no such marks. */
    public void write(String mark, String table) throws IOException, InterruptedException {
        Path page = home.resolve("docs/benchmark.md");
        String text = Files.readString(page);
        String begin = "<!-- " + mark + ": written by ";
        String end = "<!-- end of " + mark + " -->";
        int from = text.indexOf('\n', text.indexOf(begin)) + 1;
        int to = text.indexOf(end);
        if (!text.contains(begin) || to < from) {
            throw new IllegalStateException(page + " has no place for " + mark);
        }
        Files.writeString(
                page, text.substring(0, from) + machine() + "\n\n" + table + text.substring(to));
    }

    private String machine() throws IOException, InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean)
                ManagementFactory.getOperatingSystemMXBean();
        return "%d cores, %d GiB, Java %s; commit %s."
                .formatted(
                        system.getAvailableProcessors(),
                        Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                        Runtime.version().feature(),
                        commit());
    }

    private String commit() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                .directory(home.toFile())
                .start();
        String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? commit.strip() : "unknown";
    }
}
