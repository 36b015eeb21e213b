package org.commonfold.kit.rehearsal;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.Vertx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Duration;

/**
 * A start that only shows the JVM which classes a service needs, so that it can write them down for
 * later starts ({@code -XX:ArchiveClassesAtExit}, docs/adr/0040). It needs neither database nor
 * broker, and ends by itself.
 */
@ApplicationScoped
public class Rehearsal {

    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final String PROFILE = "rehearsal";
    /** The server opens its ports after this, and the consumers have looked for a broker. */
    private static final Duration UNTIL_THE_END = Duration.ofSeconds(3);

    private final Vertx vertx;

    Rehearsal(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Whether this is one: then nobody answers. */
    public static boolean isOn() {
        return ConfigUtils.isProfileActive(PROFILE);
    }

    void start(@Observes StartupEvent started) {
        if (isOn()) {
            LOG.info("A rehearsal: it ends in a moment");
            vertx.setTimer(UNTIL_THE_END.toMillis(), now -> Quarkus.asyncExit());
        }
    }
}
