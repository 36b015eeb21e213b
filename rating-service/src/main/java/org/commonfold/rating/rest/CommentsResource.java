package org.commonfold.rating.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.rating.application.EraseComments;
import org.commonfold.rating.domain.ContributorId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All that someone has written beside their ratings. */
@Path("/contributors/me/comments")
@Tag(name = "Ratings")
class CommentsResource {

    private final EraseComments eraseComments;
    private final Commands commands;
    private final Caller caller;

    CommentsResource(EraseComments eraseComments, Commands commands, Caller caller) {
        this.eraseComments = eraseComments;
        this.commands = commands;
        this.caller = caller;
    }

    @DELETE
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Erase your comments",
            description = "All you have ever written beside a rating, in every commons and every"
                    + " version. The ratings stay. When it was done is recorded. Once more changes"
                    + " nothing.")
    @APIResponse(responseCode = "204", description = "No comment of yours is left")
    public Uni<Response> erase() {
        ContributorId who = new ContributorId(caller.id());
        return commands.run(() -> eraseComments.erase(who).replaceWith(Answer.ok(null)))
                .replaceWith(() -> Response.noContent().build());
    }
}
