package org.commonfold.revenue.delivery.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.revenue.delivery.application.Deliveries;
import org.commonfold.revenue.delivery.application.FindEndpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.rest.Refusals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

@Path("/partners/{partnerId}/endpoints/{endpointId}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
@Tag(name = "Deliveries", description = "What became of every message")
class EndpointDeliveriesResource {

    private final FindEndpoint findEndpoint;
    private final Deliveries deliveries;
    private final EndpointPlaces places;

    EndpointDeliveriesResource(
            FindEndpoint findEndpoint, Deliveries deliveries, EndpointPlaces places) {
        this.findEndpoint = findEndpoint;
        this.deliveries = deliveries;
        this.places = places;
    }

    @GET
    @Operation(summary = "List what was sent to an endpoint", description = "The newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public Uni<Response> list(
            UUID partnerId,
            UUID endpointId,
            @Valid @BeanParam DeliveryFilter filter,
            @Valid @BeanParam PageRequest request,
            @Context UriInfo here) {
        return findEndpoint
                .find(places.allowed(partnerId, endpointId))
                .map(Refusals::accepted)
                .chain(endpoint -> page(endpoint.id(), filter, request))
                .map(page -> page.toResponse(here));
    }

    private Uni<Page<DeliveryView>> page(
            EndpointId id, DeliveryFilter filter, PageRequest request) {
        return deliveries
                .list(id, filter.state(), request.after(), request.limit() + 1)
                .map(rows -> Page.of(rows, request, row -> row.id().value(), DeliveryView::of));
    }
}
