package org.commonfold.revenue.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.revenue.application.AddSigningSecret;
import org.commonfold.revenue.application.Partners;
import org.commonfold.revenue.application.SigningSecrets;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Rejection;
import org.commonfold.revenue.domain.SigningSecret;
import org.commonfold.revenue.domain.SigningSecretId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

@Path("/partners/{partnerId}/signing-secrets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
@Tag(name = "Partners", description = "Who pays, and the secrets they sign with")
class SigningSecretResource {

    private final AddSigningSecret addSigningSecret;
    private final SigningSecrets secrets;
    private final Partners partners;
    private final CallingPartner callingPartner;
    private final Commands commands;
    private final Caller caller;

    SigningSecretResource(
            AddSigningSecret addSigningSecret,
            SigningSecrets secrets,
            Partners partners,
            CallingPartner callingPartner,
            Commands commands,
            Caller caller) {
        this.addSigningSecret = addSigningSecret;
        this.secrets = secrets;
        this.partners = partners;
        this.callingPartner = callingPartner;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Get a secret to sign webhooks with, or bring one",
            description = "A new one is shown only here; one that you bring is not shown again. At"
                    + " most two at a time, to change without a gap.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = SigningSecretRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The secret",
            content = @Content(schema = @Schema(implementation = SigningSecretView.class)))
    public Uni<Response> add(
            UUID partnerId,
            @Valid SigningSecretRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        PartnerId id = new PartnerId(partnerId);
        callingPartner.requireItselfOrOperator(id);
        boolean isBrought = body != null && body.secret() != null;
        // What is kept for a repetition has no secret in it: that is sealed in its row alone.
        Uni<Response> kept = commands.once(
                Keyed.of(caller, key, here, body),
                () -> (isBrought
                                ? addSigningSecret.addBrought(id, body.secret())
                                : addSigningSecret.add(id))
                        .map(Refusals::accepted)
                        .map(SigningSecretResource::added));
        return isBrought ? kept : kept.chain(answer -> withSecret(id, answer));
    }

    private static Answer added(SigningSecret secret) {
        String location = "/v1/partners/" + secret.partnerId() + "/signing-secrets/" + secret.id();
        return Answer.created(location, SigningSecretView.of(secret));
    }

    /** Also to a repetition: the first answer may have been lost. Unless it was deleted since. */
    private Uni<Response> withSecret(PartnerId partnerId, Response kept) {
        String path = kept.getLocation().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        return secrets.find(partnerId, new SigningSecretId(id))
                .map(found -> found.map(secret -> Response.fromResponse(kept)
                                .entity(SigningSecretView.withSecret(secret))
                                .build())
                        .orElse(kept));
    }

    @GET
    @Operation(
            summary = "List a partner's signing secrets",
            description = "At most two, the oldest first, without what they are.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = SigningSecretList.class)))
    public Uni<Response> list(UUID partnerId) {
        PartnerId id = new PartnerId(partnerId);
        callingPartner.requireItselfOrOperator(id);
        return partners.find(id)
                .invoke(found ->
                        found.orElseThrow(() -> Refusals.problemOf(Rejection.UNKNOWN_PARTNER)))
                .chain(() -> secrets.of(id))
                .map(present -> present.stream().map(SigningSecretView::of).toList())
                .map(views -> Response.ok(new SigningSecretList(views)).build());
    }

    @DELETE
    @Path("/{secretId}")
    @Operation(
            summary = "Delete a signing secret",
            description = "Nothing signed with it is accepted from then on.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<Response> remove(UUID partnerId, UUID secretId) {
        PartnerId id = new PartnerId(partnerId);
        callingPartner.requireItselfOrOperator(id);
        return secrets.remove(id, new SigningSecretId(secretId)).map(removed -> {
            if (!removed) {
                throw Refusals.problemOf(Rejection.UNKNOWN_SIGNING_SECRET);
            }
            return Response.noContent().build();
        });
    }
}
