package org.commonfold.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Somebody's balances, as payout-service tells of each change (server-sent events). */
final class BalanceStream implements AutoCloseable {

    private final HttpURLConnection connection;
    private long changes;
    private long changedNanos;
    /** How it ended; null until it does. */
    private String end;

    /** @param token of that contributor */
    BalanceStream(URI payout, String token, String contributor) throws IOException {
        URI url = payout.resolve("/v1/contributors/" + contributor + "/balances/stream");
        connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Accept", "text/event-stream");
        BufferedReader events = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        Thread reader = new Thread(() -> read(events), "balances");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(BufferedReader events) {
        String how = "the service has ended it";
        try {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith("data:")) {
                    changed();
                }
            }
        } catch (IOException broken) {
            how = broken.toString();
        }
        ended(how);
    }

    private synchronized void ended(String how) {
        end = how;
        notifyAll();
    }

    private synchronized void changed() {
        changes++;
        changedNanos = System.nanoTime();
        notifyAll();
    }

    /** How many changes have been told, the balances at the beginning included. */
    synchronized long changes() {
        return changes;
    }

    /** When the next one after so many was told; in nanoseconds, as {@link System#nanoTime}. */
    synchronized long awaitChange(long after) throws InterruptedException {
        while (changes <= after && end == null) {
            wait();
        }
        if (changes <= after) {
            throw new IllegalStateException("No more balances are told: " + end);
        }
        return changedNanos;
    }

    /** Returns when no change has been told for so long. */
    synchronized void awaitQuiet(Duration quiet) throws InterruptedException {
        long left = quiet.toNanos() - (System.nanoTime() - changedNanos);
        while (left > 0 && end == null) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = quiet.toNanos() - (System.nanoTime() - changedNanos);
        }
        if (end != null) {
            throw new IllegalStateException("No more balances are told: " + end);
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
