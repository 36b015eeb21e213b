package org.commonfold.benchmark;

import java.io.IOException;

/** Halts processes and has them go on, so that one can be measured alone. */
public final class Signals {

    private Signals() {}

    /** At once, whatever it does. */
    public static void halt(long process) throws IOException {
        send("STOP", process);
    }

    /** From where it was. */
    public static void goOn(long process) throws IOException {
        send("CONT", process);
    }

    private static void send(String name, long process) throws IOException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process))
                .inheritIO()
                .start();
        if (kill.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("kill -" + name + " failed");
        }
    }
}
