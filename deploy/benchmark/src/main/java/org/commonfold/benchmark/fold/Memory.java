package org.commonfold.benchmark.fold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process takes, as Linux tells. */
final class Memory {

    private Memory() {}

    /** The most that was resident; 0 where nobody tells. */
    static long peakMegabytes(String process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", process, "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
                }
            }
        } catch (IOException elsewhere) {
            return 0;
        }
        return 0;
    }
}
