package org.commonfold.benchmark.fold;

import java.time.Duration;
import java.util.Locale;

/**
 * How one contestant did once.
 *
 * @param perSecond events
 * @param warmPerSecond the same without the first quarter of them, when its code is compiled
 * @param cpuMicros of its process, an event: not of broker and database
 * @param peakMegabytes of its process
 */
record Run(double perSecond, double warmPerSecond, double cpuMicros, long peakMegabytes) {

    private static final String PREFIX = "RUN ";
    private static final double NANOS = 1e9;

    /** Takes the time while a process, which is still there at the end, reads so many events. */
    static final class Watch {

        private final long events;
        private final long begin;
        private long warm;
        private long readWarm;

        Watch(long events, long beginNanos) {
            this.events = events;
            this.begin = beginNanos;
        }

        /** So many have been read. */
        void read(long count) {
            if (warm == 0 && count >= events / 4) {
                warm = System.nanoTime();
                readWarm = count;
            }
        }

        Run stop(ProcessHandle process) {
            long end = System.nanoTime();
            Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
            return new Run(
                    events * NANOS / (end - begin),
                    (events - readWarm) * NANOS / (end - warm),
                    cpu.toNanos() / 1e3 / events,
                    Memory.peakMegabytes(Long.toString(process.pid())));
        }

        /** For the process that started this one. */
        void stopAndPrint() {
            Run run = stop(ProcessHandle.current());
            System.out.printf(
                    Locale.ROOT,
                    "%s%.1f %.1f %.2f %d%n",
                    PREFIX,
                    run.perSecond,
                    run.warmPerSecond,
                    run.cpuMicros,
                    run.peakMegabytes);
        }
    }

    static boolean isPrinted(String line) {
        return line.startsWith(PREFIX);
    }

    static Run parse(String line) {
        String[] words = line.substring(PREFIX.length()).split(" ");
        return new Run(
                Double.parseDouble(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Long.parseLong(words[3]));
    }
}
