package org.commonfold.revenue.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.ratelimit.Quota;
import org.commonfold.kit.ratelimit.Quotas;
import org.commonfold.revenue.application.AuthenticateWebhook;
import org.commonfold.revenue.application.DeclareRevenue;
import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.Declaration;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Rejection;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

/** Where partners declare revenue without a token: the signature says who they are. */
@Path("/webhooks/partners/{partnerId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "What partners send us, signed")
class WebhookResource {

    private final AuthenticateWebhook authenticateWebhook;
    private final DeclareRevenue declareRevenue;
    private final WebhookBodies bodies;
    private final Commands commands;
    private final Quota quota;

    WebhookResource(
            AuthenticateWebhook authenticateWebhook,
            DeclareRevenue declareRevenue,
            WebhookBodies bodies,
            Commands commands,
            Quotas quotas,
            @ConfigProperty(name = "inbound-webhooks.messages-per-minute") int messagesPerMinute) {
        this.authenticateWebhook = authenticateWebhook;
        this.declareRevenue = declareRevenue;
        this.bodies = bodies;
        this.commands = commands;
        this.quota = quotas.perMinute("messages", messagesPerMinute);
    }

    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Declare revenue by a signed message",
            description = "Standard Webhooks 1.0. The same webhook-id, or the same reference with"
                    + " the same content, gives the first answer again.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WebhookRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content = @Content(schema = @Schema(implementation = RevenueView.class)))
    @APIResponse(responseCode = "401", description = "Not signed by this partner")
    public Uni<Response> receive(
            String partnerId,
            @BeanParam WebhookHeaders headers,
            byte[] body,
            @Context UriInfo here,
            @Context RoutingContext request) {
        PartnerId claimed = claimed(partnerId);
        byte[] raw = body == null ? new byte[0] : body;
        String target = here.getPath();
        return authenticateWebhook
                .authenticate(claimed, headers.message(raw))
                .map(Refusals::accepted)
                // Only now: no stranger can use up what is the partner's.
                .invoke(() -> quota.take("partner " + claimed, request.response()))
                .chain(message -> {
                    // The prefix keeps these ids apart from the Idempotency-Keys of people.
                    Keyed keyed = new Keyed("webhook/" + claimed, message.id(), target, raw);
                    return declare(claimed, bodies.read(message.body()).data(), keyed);
                });
    }

    private Uni<Response> declare(PartnerId partnerId, WebhookRequest.Data data, Keyed keyed) {
        CommonsId commonsId = new CommonsId(data.commonsId());
        Declaration declaration = data.toDeclareRequest().toDeclaration();
        return commands.once(
                keyed,
                () -> declareRevenue
                        .declare(commonsId, partnerId, declaration)
                        .map(Refusals::accepted)
                        .map(RevenueAnswers::declared));
    }

    /** What is no id is no partner either, and gets the same answer. */
    private static PartnerId claimed(String partnerId) {
        try {
            return new PartnerId(UUID.fromString(partnerId));
        } catch (IllegalArgumentException noId) {
            throw Refusals.problemOf(Rejection.BAD_SIGNATURE);
        }
    }
}
