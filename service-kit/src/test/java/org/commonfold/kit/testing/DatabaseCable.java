package org.commonfold.kit.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What lies between a service and its database, to be cut on purpose: at once, or at the worst
 * moment there is, when the database has committed and its answer is on the way.
 */
public final class DatabaseCable {

    /** PostgreSQL's CommandComplete for a transaction that is now durable. */
    private static final String COMMITTED = "COMMIT\0";

    private static final int CHUNK_BYTES = 64 * 1024;

    private final String host;
    private final int port;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean losesNextCommit = new AtomicBoolean();
    private volatile boolean cut;

    /** Leads to {@code host:port}. */
    public DatabaseCable(String address) {
        int colon = address.lastIndexOf(':');
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        run("database-cable", this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** All connections end, and there are no new ones until {@link #mend}. */
    public void cut() {
        cut = true;
        open.forEach(DatabaseCable::close);
    }

    public void mend() {
        cut = false;
    }

    /** The next commit happens, and who asked for it gets no answer. */
    public void loseNextCommitsAnswer() {
        losesNextCommit.set(true);
    }

    /** Whether a commit's answer is still to be lost. */
    public boolean waitsForCommit() {
        return losesNextCommit.get();
    }

    private void accept() {
        while (true) {
            try {
                Socket client = entrance.accept();
                Socket server = new Socket(host, port);
                open.add(client);
                open.add(server);
                // Asked last: what is open by now and was not cut must not live on.
                if (cut) {
                    client.close();
                    server.close();
                    continue;
                }
                run("to-database", () -> forward(client, server, false));
                run("from-database", () -> forward(server, client, true));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void forward(Socket from, Socket to, boolean isAnswer) {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                if (isAnswer && isCommitToLose(chunk, length)) {
                    return;
                }
                out.write(chunk, 0, length);
            }
        } catch (IOException cutOff) {
            // Either side is gone; closing both tells the other.
            open.remove(from);
            open.remove(to);
        }
    }

    private boolean isCommitToLose(byte[] chunk, int length) {
        return losesNextCommit.get()
                && new String(chunk, 0, length, StandardCharsets.ISO_8859_1).contains(COMMITTED)
                && losesNextCommit.compareAndSet(true, false);
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
