package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.application.Commonses;
import org.commonfold.revenue.delivery.domain.EndpointSettings;
import org.commonfold.revenue.delivery.domain.UrlRules;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Rejection;

/** Whether a partner can have the settings it asks for. */
@ApplicationScoped
public class EndpointRules {

    private final UrlRules urlRules;
    private final Commonses commonses;

    EndpointRules(UrlRules urlRules, Commonses commonses) {
        this.urlRules = urlRules;
        this.commonses = commonses;
    }

    /** The settings with the URL in its one form, or the first reason against them. */
    public Uni<Decision<EndpointSettings>> check(EndpointSettings settings) {
        return settings.decide(urlRules)
                .fold(
                        this::checkCommons,
                        () -> Uni.createFrom().item(Decision.nothingNew()),
                        reason -> Uni.createFrom().item(Decision.reject(reason)));
    }

    private Uni<Decision<EndpointSettings>> checkCommons(EndpointSettings settings) {
        if (settings.commonsIds().isEmpty()) {
            return Uni.createFrom().item(Decision.accept(settings));
        }
        return commonses
                .known(settings.commonsIds())
                .map(known -> known.containsAll(settings.commonsIds())
                        ? Decision.accept(settings)
                        : Decision.reject(Rejection.UNKNOWN_COMMONS_NAMED));
    }
}
