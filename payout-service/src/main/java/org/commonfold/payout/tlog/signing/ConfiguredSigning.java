package org.commonfold.payout.tlog.signing;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.commonfold.payout.tlog.application.Signing;
import org.commonfold.payout.tlog.domain.LogKey;
import org.jboss.logging.Logger;

import java.util.Base64;

@ApplicationScoped
class ConfiguredSigning implements Signing {

    /** Published with the source, so that a service starts with no setting. */
    static final String DEVELOPMENT_KEY = "ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtMzI=";

    private static final Logger LOG = Logger.getLogger(ConfiguredSigning.class);

    private final String origin;
    private final boolean isPublished;
    private final LogKey key;

    ConfiguredSigning(LogSettings settings) {
        this.origin = settings.origin();
        this.isPublished = settings.key().equals(DEVELOPMENT_KEY);
        this.key = key(settings.key());
    }

    private static LogKey key(String setting) {
        try {
            return LogKey.of(Base64.getMimeDecoder().decode(setting));
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("transparency-log.key: " + none.getMessage());
        }
    }

    void warn(@Observes StartupEvent started) {
        if (isPublished) {
            LOG.warn("The transparency log is signed with the published development key: set"
                    + " TRANSPARENCY_LOG_KEY to the Base64 of 32 random bytes, and"
                    + " TRANSPARENCY_LOG_ORIGIN to a name of yours");
        }
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public LogKey key() {
        return key;
    }
}
