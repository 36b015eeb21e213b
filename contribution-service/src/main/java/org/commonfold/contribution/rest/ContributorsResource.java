package org.commonfold.contribution.rest;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_PROFILE;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.contribution.application.EraseContributor;
import org.commonfold.contribution.application.Library;
import org.commonfold.contribution.application.Profiles;
import org.commonfold.contribution.application.SuggestNeeds;
import org.commonfold.contribution.application.WriteProfile;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Profile;
import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.kit.precondition.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.function.LongPredicate;

/** One class for "me" and for all: two paths with one beginning would hide one another. */
@Path("/contributors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Contributors",
        description = "People, what they say about themselves, and what suits them")
class ContributorsResource {

    private final WriteProfile writeProfile;
    private final EraseContributor eraseContributor;
    private final SuggestNeeds suggestNeeds;
    private final Profiles profiles;
    private final Library library;
    private final Commands commands;
    private final Caller caller;

    ContributorsResource(
            WriteProfile writeProfile,
            EraseContributor eraseContributor,
            SuggestNeeds suggestNeeds,
            Profiles profiles,
            Library library,
            Commands commands,
            Caller caller) {
        this.writeProfile = writeProfile;
        this.eraseContributor = eraseContributor;
        this.suggestNeeds = suggestNeeds;
        this.profiles = profiles;
        this.library = library;
        this.commands = commands;
        this.caller = caller;
    }

    @PUT
    @Path("/me")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Write your profile",
            description = "All of it is public. If-Match is honoured. The same again changes"
                    + " nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Your profile",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    public Uni<Response> write(
            @NotNull @Valid ProfileRequest body,
            @HeaderParam(IfMatch.HEADER) @Pattern(regexp = IfMatch.PATTERN) String ifMatch) {
        ContributorId who = new ContributorId(caller.id());
        LongPredicate expected = IfMatch.optional(ifMatch);
        return commands.run(() -> writeProfile
                .write(who, body.toText(), expected)
                .map(Refusals::accepted)
                .map(ContributorsResource::answer));
    }

    @GET
    @Path("/me")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Read your profile")
    @APIResponse(
            responseCode = "200",
            description = "Your profile",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    public Uni<Response> readMine() {
        return profileOf(caller.id());
    }

    @DELETE
    @Path("/me")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Have yourself forgotten",
            description = "Erases your profile, your name and the descriptions of needs you opened,"
                    + " and stored answers. Works and the ledger keep your opaque id, and a need"
                    + " its title: both stand in the log. When it was done is recorded. Once more"
                    + " changes nothing.")
    @APIResponse(responseCode = "204", description = "Nothing personal is left")
    public Uni<Response> erase() {
        ContributorId who = new ContributorId(caller.id());
        return commands.run(() -> eraseContributor.erase(who).replaceWith(Answer.ok(null)))
                .replaceWith(() -> Response.noContent().build());
    }

    @GET
    @Path("/me/suggested-needs")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Read which needs suit you, and why",
            description = "Needs that are not closed and that you neither opened nor took up. Each"
                    + " match gives points: a skill of a need that well-rated work of yours met 5,"
                    + " a skill in your profile 3, a commons you published in 2, a co-author who"
                    + " opened it or works on it 2, a kind of work you published 1. The best"
                    + " first, then the oldest. A work is well rated when the quorum of its"
                    + " commons rated it, without its authors, and more than half of them gave it"
                    + " at least half of the points their charter has. Considered are the 200"
                    + " needs with most points for skills, and of each other sort of reason the"
                    + " 200 oldest.")
    @APIResponse(
            responseCode = "200",
            description = "The needs",
            content = @Content(schema = @Schema(implementation = SuggestionList.class)))
    public Uni<SuggestionList> suggestedNeeds(
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(50) int limit) {
        return suggestNeeds.suggest(new ContributorId(caller.id()), limit).map(SuggestionList::of);
    }

    @GET
    @Path("/{contributorId}")
    @PermitAll
    @Operation(summary = "Read a contributor's profile")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    public Uni<Response> read(@Pattern(regexp = Caller.ID_PATTERN) String contributorId) {
        return profileOf(contributorId);
    }

    private Uni<Response> profileOf(String contributorId) {
        return profiles.find(new ContributorId(contributorId))
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_PROFILE)))
                .map(found -> answer(found).toResponse());
    }

    @GET
    @Path("/{contributorId}/contributions")
    @PermitAll
    @Operation(
            summary = "List a contributor's work",
            description = "What they are an author of in any commons, but for what was withdrawn,"
                    + " in the order of publication. Empty for an id without any.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = ContributionPage.class)))
    public Uni<Response> contributions(
            @Pattern(regexp = Caller.ID_PATTERN) String contributorId,
            @Valid @BeanParam PageRequest request,
            @Context UriInfo here) {
        return library.publishedBy(
                        new ContributorId(contributorId), request.after(), request.limit() + 1)
                .map(rows -> Page.of(rows, request, one -> one.id().value(), ContributionView::of))
                .map(page -> page.toResponse(here));
    }

    private static Answer answer(Profile profile) {
        return Answer.ok(ProfileView.of(profile)).withVersion(profile.version());
    }
}
