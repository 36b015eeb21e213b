package org.commonfold.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Every port must be free before anything is started. */
final class Ports {

    private Ports() {}

    static void requireFree(Map<String, Integer> ports) throws CannotStart {
        for (Map.Entry<String, Integer> port : ports.entrySet()) {
            if (!isFree(port.getValue())) {
                throw new CannotStart("Port %d is in use; choose another with %s."
                        .formatted(port.getValue(), port.getKey()));
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // As the services will: a port that is only closing is free.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException | IllegalArgumentException taken) {
            return false;
        }
    }
}
