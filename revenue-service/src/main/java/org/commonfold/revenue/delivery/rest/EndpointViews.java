package org.commonfold.revenue.delivery.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.revenue.delivery.application.EndpointKeys;
import org.commonfold.revenue.delivery.application.KeyedEndpoint;
import org.commonfold.revenue.delivery.domain.Endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What is answered about endpoints. */
@ApplicationScoped
class EndpointViews {

    private final EndpointKeys keys;
    private final Clock clock;
    private final ObjectMapper json;

    EndpointViews(EndpointKeys keys, Clock clock, ObjectMapper json) {
        this.keys = keys;
        this.clock = clock;
        this.json = json;
    }

    Uni<Answer> answer(Endpoint endpoint) {
        return view(endpoint).map(view -> Answer.ok(view).withVersion(endpoint.version()));
    }

    Uni<EndpointList> list(List<Endpoint> endpoints) {
        return Multi.createFrom()
                .iterable(endpoints)
                .onItem()
                .transformToUniAndConcatenate(this::view)
                .collect()
                .asList()
                .map(EndpointList::new);
    }

    private Uni<EndpointView> view(Endpoint endpoint) {
        return endpoint.settings().signsV1a()
                ? keys.publicKeys(endpoint.id(), clock.instant())
                        .map(publicKeys -> EndpointView.of(endpoint, publicKeys))
                : Uni.createFrom().item(EndpointView.of(endpoint, List.of()));
    }

    /**
     * The answer as it is kept for a repetition: without the secret, which is kept sealed and
     * nowhere else.
     */
    Uni<EndpointWithSecretView> withoutSecret(KeyedEndpoint keyed) {
        return view(keyed.endpoint())
                .map(view -> new EndpointWithSecretView(view, keyed.keyId(), null));
    }

    /** That answer with the secret, for whoever asked for it. */
    Uni<Response> withSecret(Response kept) {
        ObjectNode body = read((byte[]) kept.getEntity());
        UUID secretId = UUID.fromString(body.path("secretId").asText());
        return keys.secret(secretId, clock.instant()).map(found -> {
            found.ifPresent(secret -> body.put("secret", secret));
            return Response.fromResponse(kept).entity(body).build();
        });
    }

    private ObjectNode read(byte[] body) {
        try {
            return (ObjectNode) json.readTree(body);
        } catch (IOException corrupt) {
            throw new UncheckedIOException(corrupt);
        }
    }
}
