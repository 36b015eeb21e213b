package org.commonfold.benchmark.fold;

import java.time.Duration;
import java.util.Locale;

/**
 * How one contestant did once.
 *
 * @param perSecond events
 * @param cpuMicros of its process, an event: not of broker and database
 * @param peakMegabytes of its process
 */
record Run(double perSecond, double cpuMicros, long peakMegabytes) {

    private static final String PREFIX = "RUN ";
    private static final double NANOS = 1e9;

    /** Of a process that is still there. */
    static Run of(ProcessHandle process, long events, long nanos) {
        Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return new Run(
                events * NANOS / nanos,
                cpu.toNanos() / 1e3 / events,
                Memory.peakMegabytes(Long.toString(process.pid())));
    }

    /** For the process that started this one. */
    static void print(long events, long nanos) {
        Run run = of(ProcessHandle.current(), events, nanos);
        System.out.printf(
                Locale.ROOT,
                "%s%.1f %.2f %d%n",
                PREFIX,
                run.perSecond,
                run.cpuMicros,
                run.peakMegabytes);
    }

    static boolean isPrinted(String line) {
        return line.startsWith(PREFIX);
    }

    static Run parse(String line) {
        String[] words = line.substring(PREFIX.length()).split(" ");
        return new Run(
                Double.parseDouble(words[0]),
                Double.parseDouble(words[1]),
                Long.parseLong(words[2]));
    }
}
