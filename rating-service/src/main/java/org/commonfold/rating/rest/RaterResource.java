package org.commonfold.rating.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
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
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.rating.application.InviteRater;
import org.commonfold.rating.application.Invited;
import org.commonfold.rating.application.ListInvitations;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Invitation;
import org.commonfold.rating.domain.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import java.util.UUID;

/** Who may rate in a commons without having published there. */
@Path("/commons/{commonsId}/raters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Raters", description = "Who may rate, what most needs it, and who may be colluding")
class RaterResource {

    private final InviteRater inviteRater;
    private final ListInvitations listInvitations;
    private final Commands commands;
    private final Caller caller;

    RaterResource(
            InviteRater inviteRater,
            ListInvitations listInvitations,
            Commands commands,
            Caller caller) {
        this.inviteRater = inviteRater;
        this.listInvitations = listInvitations;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            summary = "Invite a rater",
            description = "By a steward of the commons. From then on the person may rate there,"
                    + " published or not.")
    @APIResponse(
            responseCode = "201",
            description = "Invited",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Invited before: that first invitation",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    public Uni<Response> invite(
            UUID commonsId,
            @NotNull @Valid InvitationRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        Person who = People.of(caller);
        ContributorId raterId = new ContributorId(body.raterId());
        return commands.once(
                Keyed.of(caller, key, here, body),
                () -> inviteRater
                        .invite(who, new CommonsId(commonsId), raterId)
                        .map(Refusals::accepted)
                        .map(RaterResource::answer));
    }

    /** Without a Location: an invitation is only ever seen in the list. */
    private static Answer answer(Invited invited) {
        InvitationView view = InvitationView.of(invited.invitation());
        return invited.isNew()
                ? new Answer(Response.Status.CREATED.getStatusCode(), null, null, view)
                : Answer.ok(view);
    }

    @GET
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            summary = "List the raters invited",
            description = "For the stewards of the commons. The first invited first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = InvitationPage.class)))
    public Uni<Response> list(
            UUID commonsId, @Valid @BeanParam PageRequest request, @Context UriInfo here) {
        return listInvitations
                .list(
                        People.of(caller),
                        new CommonsId(commonsId),
                        request.after(),
                        request.limit() + 1)
                .map(Refusals::accepted)
                .map(rows -> page(rows, request).toResponse(here));
    }

    private static Page<InvitationView> page(List<Invitation> rows, PageRequest request) {
        return Page.of(rows, request, Invitation::id, InvitationView::of);
    }
}
