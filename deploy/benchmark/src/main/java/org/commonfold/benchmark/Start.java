package org.commonfold.benchmark;

import java.util.Comparator;
import java.util.List;

/**
 * How a service started once.
 *
 * @param seconds from the start of its JVM until it was ready
 * @param cpuSeconds of all processors until then
 * @param residentMegabytes when it had been idle for a while
 */
record Start(double seconds, double cpuSeconds, long residentMegabytes) {

    /** The one in the middle, by seconds. */
    static Start median(List<Start> starts) {
        return starts.stream()
                .sorted(Comparator.comparing(Start::seconds))
                .skip(starts.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    static double least(List<Start> starts) {
        return starts.stream().mapToDouble(Start::seconds).min().orElseThrow();
    }

    static double most(List<Start> starts) {
        return starts.stream().mapToDouble(Start::seconds).max().orElseThrow();
    }

    static long mostMegabytes(List<Start> starts) {
        return starts.stream().mapToLong(Start::residentMegabytes).max().orElseThrow();
    }
}
