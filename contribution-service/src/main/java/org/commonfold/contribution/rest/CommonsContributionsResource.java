package org.commonfold.contribution.rest;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_COMMONS;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.PermitAll;
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

import org.commonfold.contribution.application.Commonses;
import org.commonfold.contribution.application.Library;
import org.commonfold.contribution.application.PublishContribution;
import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

@Path("/commons/{commonsId}/contributions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contributions", description = "The works published in a commons")
class CommonsContributionsResource {

    private final PublishContribution publishContribution;
    private final Commonses commonses;
    private final Library library;
    private final Commands commands;
    private final Caller caller;

    CommonsContributionsResource(
            PublishContribution publishContribution,
            Commonses commonses,
            Library library,
            Commands commands,
            Caller caller) {
        this.publishContribution = publishContribution;
        this.commonses = commonses;
        this.library = library;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Publish a contribution",
            description = "By one of its authors. What it derives from is in the same commons.")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public Uni<Response> publish(
            UUID commonsId,
            @NotNull @Valid PublishRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        ContributorId who = new ContributorId(caller.id());
        return commands.once(
                Keyed.of(caller, key, here, body),
                () -> publishContribution
                        .publish(new CommonsId(commonsId), body.toWork(), who)
                        .map(Refusals::accepted)
                        .map(CommonsContributionsResource::published));
    }

    private static Answer published(Contribution contribution) {
        String location = "/v1/contributions/" + contribution.id();
        return Answer.created(location, ContributionView.of(contribution))
                .withVersion(contribution.eventCount());
    }

    @GET
    @PermitAll
    @Operation(
            summary = "List or search the contributions of a commons",
            description = "In the order of publication; with q, those that match its words in"
                    + " title, kind, authors (by their ids) and licence: accents and case do not"
                    + " matter, \"a phrase\", or and -not do. The newest 200 matches come first,"
                    + " the best of them at the top, then the next 200 likewise. A page looks"
                    + " at 300 works that have a word of q, so one may be shorter than its limit,"
                    + " even empty: there are more as long as there is a next.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = ContributionPage.class)))
    public Uni<Response> list(
            UUID commonsId,
            @Valid @BeanParam ContributionFilter filter,
            @Valid @BeanParam PageRequest request,
            @Context UriInfo here) {
        CommonsId id = new CommonsId(commonsId);
        Uni<Page<ContributionView>> page =
                filter.q == null ? list(id, filter, request) : search(id, filter, request);
        return page.call(found -> found.items().isEmpty()
                        ? requireCommons(id)
                        : Uni.createFrom().nullItem())
                .map(found -> found.toResponse(here));
    }

    private Uni<Commons> requireCommons(CommonsId id) {
        return commonses
                .find(id)
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_COMMONS)));
    }

    private Uni<Page<ContributionView>> list(
            CommonsId id, ContributionFilter filter, PageRequest request) {
        return library.list(id, filter.toFilter(), request.after(), request.limit() + 1)
                .map(rows -> Page.of(rows, request, one -> one.id(), ContributionView::of));
    }

    private Uni<Page<ContributionView>> search(
            CommonsId id, ContributionFilter filter, PageRequest request) {
        Library.Place after = request.after(Library.Place::parse).orElse(Library.Place.first());
        return library.search(id, filter.q, filter.toFilter(), after, request.limit())
                .map(found -> Page.of(found.matches(), found.next(), ContributionView::of));
    }
}
