package org.commonfold.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

/** Every port must be free, and nobody else's, before anything is started. */
final class Ports {

    private static final int MAX = 65_535;
    private static final int CONNECT_MILLIS_MAX = 500;

    private Ports() {}

    /** Fails with the first that is not, and the option that moves it. */
    static void requireFree(Map<String, Integer> ports) throws CannotStart {
        Map<Integer, String> taken = new HashMap<>();
        for (Map.Entry<String, Integer> entry : ports.entrySet()) {
            String option = entry.getKey();
            int port = entry.getValue();
            if (port < 1 || port > MAX) {
                throw new CannotStart("%s must be from 1 to %d.".formatted(option, MAX));
            }
            String other = taken.putIfAbsent(port, option);
            if (other != null) {
                throw new CannotStart(
                        "%s and %s are both %d; move one.".formatted(other, option, port));
            }
            if (!isFree(port)) {
                throw new CannotStart(
                        "Port %d is in use; choose another with %s.".formatted(port, option));
            }
        }
    }

    private static boolean isFree(int port) {
        return !isAnswered(port) && canBeBound(port);
    }

    /** Some systems let us bind a port on loopback while another listens on all addresses. */
    private static boolean isAnswered(int port) {
        try (Socket probe = new Socket()) {
            probe.connect(loopback(port), CONNECT_MILLIS_MAX);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean canBeBound(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // As the services will: a port that is only closing is free.
            probe.setReuseAddress(true);
            probe.bind(loopback(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
