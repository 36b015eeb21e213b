package org.commonfold.payout.transparency.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.payout.fold.domain.Account;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.transparency.application.Entries;
import org.commonfold.payout.transparency.application.ExplainEntry;
import org.commonfold.payout.transparency.application.TryLater;
import org.commonfold.payout.transparency.domain.Explanation;
import org.commonfold.payout.transparency.domain.LedgerEntry;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Path("/entries/{entryId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Entries", description = "What stands in the ledger, and why")
class EntryResource {

    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(TEXT))
            .build();

    private final Entries entries;
    private final ExplainEntry explainEntry;
    private final Caller caller;

    EntryResource(Entries entries, ExplainEntry explainEntry, Caller caller) {
        this.entries = entries;
        this.explainEntry = explainEntry;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Read an entry",
            description =
                    "With its postings, a page at a time. Debits and credits are equal. One of"
                            + " a payout is there for whose payout it is, and for a treasurer.")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> read(
            UUID entryId, @Valid @BeanParam PageRequest request, @Context UriInfo here) {
        int afterLine = ExplanationPages.from(request);
        return visible(entryId)
                .chain(entry -> entries.lines(entry, afterLine, request.limit() + 1)
                        .map(lines -> page(entry, lines, request, here)));
    }

    /** What somebody was paid is not for everybody, nor that it was. */
    private Uni<LedgerEntry> visible(UUID entryId) {
        boolean seesPayouts = caller.hasRole(Roles.TREASURER);
        String who = Account.ownerOf(new ContributorId(caller.id()));
        return entries.find(entryId)
                .map(found -> found.orElseThrow(Refusals::unknownEntry))
                .call(entry -> entry.isOfPayout() && !seesPayouts
                        ? entries.lines(entry, 0, 1).invoke(lines -> requireOwner(lines, who))
                        : Uni.createFrom().nullItem());
    }

    private static void requireOwner(List<Entries.Line> lines, String who) {
        if (!lines.get(0).posting().account().owner().equals(who)) {
            throw Refusals.unknownEntry();
        }
    }

    private static Response page(
            LedgerEntry entry, List<Entries.Line> lines, PageRequest request, UriInfo here) {
        Page<PostingView> page = Page.of(
                lines, request, one -> one.line() - 1, one -> PostingView.of(one.posting()));
        return linked(EntryView.of(entry, page.items(), page.next()), page.next(), here)
                .build();
    }

    private static Response.ResponseBuilder linked(Object body, String next, UriInfo here) {
        Response.ResponseBuilder response = Response.ok(body);
        if (next != null) {
            response.link(
                    here.getRequestUriBuilder()
                            .replaceQueryParam("cursor", next)
                            .build(),
                    "next");
        }
        return response;
    }

    @GET
    @Path("/explanation")
    @Produces({MediaType.APPLICATION_JSON, TEXT})
    @Operation(
            summary = "Explain an entry",
            description = "Down to the integers: the revenue, the treasury's cut, the weights, each"
                    + " work's allotment and remainder, what flowed between works, the shares of"
                    + " authors, and the ratings behind each value. A receipt or voiding is"
                    + " explained with the distribution it moves, of which the first page is"
                    + " shown. As it was at its place in the log, whatever came later. A payout"
                    + " is explained by its run, the rounding to the currency's minor unit, and"
                    + " what it draws on in each commons.")
    @APIResponse(
            responseCode = "200",
            description = "As JSON, or as text to follow by hand",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ExplanationView.class)),
                @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "503", description = "Too much of the log to read at once")
    public Uni<Response> explain(
            UUID entryId,
            @Valid @BeanParam ExplanationQuery query,
            @Valid @BeanParam PageRequest request,
            @Context UriInfo here,
            @Context Request http) {
        Variant variant = Optional.ofNullable(http.selectVariant(VARIANTS))
                .orElseThrow(NotAcceptableException::new);
        return visible(entryId)
                .chain(entry -> explainEntry.explain(entry, query.toExcerpt(request)))
                .map(why -> response(why, request, query.wantsAllVotes(), variant, here))
                .onFailure(TryLater.class)
                .transform(Refusals::tryLater);
    }

    private static Response response(
            Explanation why, PageRequest request, boolean allVotes, Variant variant, UriInfo here) {
        ExplanationPages pages = ExplanationPages.of(why, request);
        boolean asText = variant.getMediaType().isCompatible(MediaType.TEXT_PLAIN_TYPE);
        Object body = asText
                ? new ExplanationText(why, pages, allVotes).toString()
                : ExplanationView.of(why, pages, allVotes);
        return linked(body, pages.next(), here).type(variant.getMediaType()).build();
    }
}
