package org.commonfold.payout.transparency.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.ledger.application.Balances;
import org.commonfold.payout.transparency.application.PreviewCharter;
import org.commonfold.payout.transparency.application.PreviewRevenue;
import org.commonfold.payout.transparency.application.ReadValues;
import org.commonfold.payout.transparency.application.TryLater;
import org.commonfold.payout.transparency.domain.CharterPreview;
import org.commonfold.payout.transparency.domain.Excerpt;
import org.commonfold.payout.transparency.domain.PreviewLine;
import org.commonfold.payout.transparency.domain.ValuedWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import java.util.Optional;

@Path("/commons/{commonsId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commons", description = "What works are worth, and what revenue pays or would pay")
class CommonsResource {

    private static final String BUSY = "Too much of the log to read at once";

    private final ReadValues readValues;
    private final PreviewRevenue previewRevenue;
    private final PreviewCharter previewCharter;
    private final Balances balances;

    CommonsResource(
            ReadValues readValues,
            PreviewRevenue previewRevenue,
            PreviewCharter previewCharter,
            Balances balances) {
        this.readValues = readValues;
        this.previewRevenue = previewRevenue;
        this.previewCharter = previewCharter;
        this.balances = balances;
    }

    @GET
    @Path("/values")
    @PermitAll
    @Operation(
            summary = "What the works of a commons are worth now",
            description = "In the order of publication, as far as the ledger has read the log.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = WorkValuePage.class)))
    @APIResponse(responseCode = "503", description = BUSY)
    public Uni<Response> values(
            @NotNull @Pattern(regexp = Caller.ID_PATTERN) String commonsId,
            @Valid @BeanParam PageRequest request,
            @Context UriInfo here) {
        Excerpt excerpt = excerpt(request);
        return readValues
                .read(new CommonsId(commonsId), excerpt)
                .map(found -> found.orElseThrow(Refusals::unknownCommons))
                .map(works -> Page.of(works, request, ValuedWork::place, WorkValueView::of))
                .map(page -> page.toResponse(here))
                .onFailure(TryLater.class)
                .transform(Refusals::tryLater);
    }

    private static Excerpt excerpt(PageRequest request) {
        return new Excerpt(Optional.empty(), ExplanationPages.from(request), request.limit());
    }

    @GET
    @Path("/treasury")
    @PermitAll
    @Operation(summary = "What the treasury of a commons has")
    @APIResponse(
            responseCode = "200",
            description = "By currency",
            content = @Content(schema = @Schema(implementation = TreasuryView.class)))
    @APIResponse(responseCode = "503", description = BUSY)
    public Uni<TreasuryView> treasury(
            @NotNull @Pattern(regexp = Caller.ID_PATTERN) String commonsId) {
        return balances.of("treasury:" + commonsId)
                .call(rows -> rows.isEmpty()
                        ? requireFounded(commonsId)
                        : Uni.createFrom().nullItem())
                .map(rows -> TreasuryView.of(commonsId, rows));
    }

    private Uni<List<ValuedWork>> requireFounded(String commonsId) {
        return readValues
                .read(new CommonsId(commonsId), Excerpt.first(1))
                .map(found -> found.orElseThrow(Refusals::unknownCommons))
                .onFailure(TryLater.class)
                .transform(Refusals::tryLater);
    }

    @POST
    @Path("/preview")
    @Authenticated
    @Operation(
            summary = "What a revenue would pay",
            description = "If it were declared now, under the charter in force or another one as if"
                    + " that had just been adopted. To the micro: it is the distribution itself."
                    + " Changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "A page of who would be credited what, by contributor",
            content = @Content(schema = @Schema(implementation = PreviewView.class)))
    @APIResponse(responseCode = "503", description = BUSY)
    public Uni<PreviewView> preview(
            @NotNull @Pattern(regexp = Caller.ID_PATTERN) String commonsId,
            @NotNull @Valid PreviewRequest body,
            @Valid @BeanParam PageRequest request) {
        return previewRevenue
                .preview(new CommonsId(commonsId), body.toHypothesis())
                .map(found -> found.orElseThrow(Refusals::unknownCommons))
                .map(preview -> PreviewView.of(commonsId, body.amount(), preview, request))
                .onFailure(TryLater.class)
                .transform(Refusals::tryLater);
    }

    @POST
    @Path("/charter-preview")
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            summary = "What all past revenues would have paid under another charter",
            description = "As if the commons had had it from its founding on. A rating whose scores"
                    + " it has no points for counts by the version it was given under. Changes"
                    + " nothing.")
    @APIResponse(
            responseCode = "200",
            description = "A page of who would have had what, by revenue and owner",
            content = @Content(schema = @Schema(implementation = CharterPreviewView.class)))
    @APIResponse(responseCode = "503", description = BUSY)
    public Uni<CharterPreviewView> previewCharter(
            @NotNull @Pattern(regexp = Caller.ID_PATTERN) String commonsId,
            @NotNull @Valid CharterPreviewRequest body,
            @Valid @BeanParam PageRequest request) {
        Excerpt excerpt = excerpt(request);
        return previewCharter
                .preview(
                        new CommonsId(commonsId),
                        body.charter().toCharter(),
                        preview -> page(commonsId, preview, excerpt, request))
                .map(found -> found.orElseThrow(Refusals::unknownCommons))
                .onFailure(TryLater.class)
                .transform(Refusals::tryLater);
    }

    private static CharterPreviewView page(
            String commonsId, CharterPreview preview, Excerpt excerpt, PageRequest request) {
        Page<PreviewLine> page =
                ExplanationPages.page(preview.lines(excerpt), excerpt.from(), request);
        return CharterPreviewView.of(
                commonsId,
                preview,
                page.items().stream().map(CharterPreviewView.LineView::of).toList(),
                page.next());
    }
}
