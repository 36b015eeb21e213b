package org.commonfold.kit.compression;

import io.quarkus.runtime.StartupEvent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import net.jpountz.util.Native;

import org.jboss.logging.Logger;

/**
 * Lets Kafka's client decompress by native code. By itself, lz4 looks for that only where the
 * system's class loader has loaded it, which in a Quarkus application loads the launcher alone; its
 * Java code took two thirds of what it costs to poll the log.
 */
@ApplicationScoped
class NativeLz4 {

    private static final Logger LOG = Logger.getLogger(NativeLz4.class);

    /** Before the first record is polled or sent: Kafka's client chooses then, and once. */
    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        try {
            Native.load();
        } catch (LinkageError | UnsupportedOperationException none) {
            LOG.warn("lz4 goes on in Java: its native code cannot be loaded here", none);
        }
    }
}
