package org.commonfold.revenue.delivery.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;

/** A partner's receiver that does as it is told, down to the bytes. */
final class Receiver implements AutoCloseable {

    /** What it does with a connection once it has read a request. */
    interface Behaviour {

        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    /** A request as it came. */
    record Received(
            String start, Map<String, String> headers, String body, List<String> serverNames) {}

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private Receiver(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    static Receiver that(Behaviour behaviour) {
        return at("127.0.0.1", 0, behaviour);
    }

    static Receiver at(String address, int port, Behaviour behaviour) {
        try {
            return on(new ServerSocket(port, 50, InetAddress.getByName(address)), behaviour);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Receiver on(ServerSocket socket, Behaviour behaviour) {
        Receiver receiver = new Receiver(socket, behaviour);
        receiver.threads.submit(receiver::accept);
        return receiver;
    }

    static Behaviour answering(String head, String body) {
        return out -> out.write(response(head, body));
    }

    static byte[] response(String head, String body) {
        String text = "HTTP/1.1 " + head + "\r\nconnection: close\r\ncontent-length: "
                + body.length() + "\r\n\r\n" + body;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    int port() {
        return socket.getLocalPort();
    }

    String url(String host) {
        return "http://" + host + ":" + port() + "/in?a=b";
    }

    List<Received> received() {
        return received;
    }

    private Void accept() throws IOException {
        while (!socket.isClosed()) {
            Socket connection;
            try {
                connection = socket.accept();
            } catch (SocketException closed) {
                return null;
            }
            threads.submit(() -> serve(connection));
        }
        return null;
    }

    private Void serve(Socket connection) throws IOException, InterruptedException {
        try (connection) {
            received.add(read(connection));
            behaviour.answer(connection.getOutputStream());
            connection.getOutputStream().flush();
        }
        return null;
    }

    /** Byte by byte: as many characters of this character set as bytes. */
    private static Received read(Socket connection) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        String start = in.readLine();
        Map<String, String> headers = new TreeMap<>();
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(), parts[1]);
        }
        char[] body = new char[Integer.parseInt(headers.get("content-length"))];
        for (int read = 0; read < body.length; ) {
            read += in.read(body, read, body.length - read);
        }
        byte[] bytes = new String(body).getBytes(StandardCharsets.ISO_8859_1);
        return new Received(
                start, headers, new String(bytes, StandardCharsets.UTF_8), serverNames(connection));
    }

    /** Of the TLS handshake: whom the sender wanted to talk to. */
    private static List<String> serverNames(Socket connection) {
        return connection instanceof SSLSocket encrypted
                ? ((ExtendedSSLSession) encrypted.getSession())
                        .getRequestedServerNames().stream()
                                .map(name -> ((SNIHostName) name).getAsciiName())
                                .toList()
                : List.of();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
