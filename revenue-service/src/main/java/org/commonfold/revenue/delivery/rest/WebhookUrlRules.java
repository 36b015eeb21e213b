package org.commonfold.revenue.delivery.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.commonfold.revenue.delivery.domain.UrlRules;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.Set;

/** Which URLs endpoints may have, from the settings. */
@ApplicationScoped
class WebhookUrlRules {

    @Produces
    @Singleton
    UrlRules rules(
            @ConfigProperty(name = "webhooks.allow-http") boolean allowsHttp,
            @ConfigProperty(
                            name = "webhooks.sending.allow-private-addresses",
                            defaultValue = "false")
                    boolean allowsPrivateAddresses,
            @ConfigProperty(name = "webhooks.ports") Set<Integer> ports) {
        return new UrlRules(allowsHttp, allowsPrivateAddresses, Set.copyOf(ports));
    }
}
