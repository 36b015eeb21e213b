package org.commonfold.revenue.delivery.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.application.OperatorNotices;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.jboss.logging.Logger;

import java.util.List;

/** To the log and, for the alert, a counter. With ids only: a URL may hold a secret. */
@Startup
@ApplicationScoped
class LoggedNotices implements OperatorNotices {

    private static final Logger LOG = Logger.getLogger(LoggedNotices.class);
    private static final String DISABLED = "webhook_endpoints_disabled";

    private final MeterRegistry metrics;

    LoggedNotices(MeterRegistry metrics) {
        this.metrics = metrics;
        // Counters that are there from the start: an increase from nothing to one is none.
        List.of(Endpoint.GONE, Endpoint.FAILING)
                .forEach(reason -> metrics.counter(DISABLED, "reason", reason));
    }

    @Override
    public void endpointDisabled(Endpoint endpoint) {
        String reason = endpoint.disabled().reason();
        metrics.counter(DISABLED, "reason", reason).increment();
        LOG.warnf(
                "Disabled the endpoint %s of partner %s: %s",
                endpoint.id(), endpoint.partnerId(), reason);
    }
}
