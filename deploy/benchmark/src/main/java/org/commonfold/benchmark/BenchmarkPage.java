package org.commonfold.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** docs/benchmark.md: what stands there between two marks is what was measured last. */
public final class BenchmarkPage {

    private static final String PAGE = "docs/benchmark.md";

    private final Path home;
    private final boolean writes;

    /** Of the source tree in {@code home}; it prints, and {@code writes} only when told to. */
    public BenchmarkPage(Path home, boolean writes) {
        this.home = home;
        this.writes = writes;
    }

    /** Prints a table and writes it where its mark is; fails when the page has no such marks. */
    public void show(String mark, String table) throws IOException, InterruptedException {
        System.out.println(table);
        if (writes) {
            write(mark, table);
        }
    }

    private void write(String mark, String table) throws IOException, InterruptedException {
        Path page = home.resolve(PAGE);
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

    /** With "-dirty" when something else than this page is not committed. */
    private String commit() throws IOException, InterruptedException {
        String commit = git("rev-parse", "--short", "HEAD");
        String changed = git("status", "--porcelain", "--", ":/", ":(exclude)" + PAGE);
        return changed.isEmpty() ? commit : commit + "-dirty";
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).directory(home.toFile()).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? said.strip() : "unknown";
    }
}
