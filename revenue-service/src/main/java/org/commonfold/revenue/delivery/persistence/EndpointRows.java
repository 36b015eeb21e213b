package org.commonfold.revenue.delivery.persistence;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointHealth;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.EndpointSettings;
import org.commonfold.revenue.delivery.domain.EventTypePattern;
import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.PartnerId;

import java.util.Arrays;
import java.util.UUID;

/** An endpoint as a row, and back. */
final class EndpointRows {

    private EndpointRows() {}

    static void fill(EndpointRow row, Endpoint endpoint) {
        EndpointSettings settings = endpoint.settings();
        row.endpointId = endpoint.id().value();
        row.partnerId = endpoint.partnerId().value();
        row.url = settings.url();
        row.description = settings.description();
        row.eventTypes =
                settings.eventTypes().stream().map(EventTypePattern::text).toArray(String[]::new);
        row.commonsIds = settings.commonsIds().stream().map(CommonsId::value).toArray(UUID[]::new);
        row.signsV1a = settings.signsV1a();
        row.createdAt = endpoint.createdAt();
        row.failingSince = endpoint.health().failingSince();
        row.notBefore = endpoint.health().notBefore();
        row.isQuick = endpoint.health().isQuick();
        row.disabledAt = endpoint.isEnabled() ? null : endpoint.disabled().at();
        row.disabledReason = endpoint.isEnabled() ? null : endpoint.disabled().reason();
        row.version = endpoint.version();
    }

    static Endpoint endpoint(EndpointRow row) {
        return new Endpoint(
                new EndpointId(row.endpointId),
                new PartnerId(row.partnerId),
                settings(row),
                row.createdAt,
                new EndpointHealth(row.failingSince, row.notBefore, row.isQuick),
                row.disabledAt == null
                        ? null
                        : new Endpoint.Disabled(row.disabledAt, row.disabledReason),
                row.version);
    }

    private static EndpointSettings settings(EndpointRow row) {
        return new EndpointSettings(
                row.url,
                row.description,
                Arrays.stream(row.eventTypes).map(EventTypePattern::new).toList(),
                Arrays.stream(row.commonsIds).map(CommonsId::new).toList(),
                row.signsV1a);
    }
}
