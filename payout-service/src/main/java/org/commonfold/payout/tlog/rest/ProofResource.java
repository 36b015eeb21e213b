package org.commonfold.payout.tlog.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.commonfold.kit.problem.Problems;
import org.commonfold.payout.tlog.application.ProveEntry;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

@Path("/entries/{entryId}/proof")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Entries")
class ProofResource {

    private final ProveEntry proveEntry;

    ProofResource(ProveEntry proveEntry) {
        this.proveEntry = proveEntry;
    }

    @GET
    @Operation(
            summary = "Prove that an entry is in the transparency log",
            description = "The entry as it was hashed, its leaf, and the hashes that lead from"
                    + " there to the root that the checkpoint has (RFC 6962, section 2.1.1). An"
                    + " entry that was booked just now is 404 until it is in the log.")
    public Uni<ProofView> prove(UUID entryId) {
        return proveEntry
                .prove(entryId)
                .map(found -> found.orElseThrow(
                        () -> Problems.notFoundYet("No such entry is in the log")))
                .map(ProofView::of);
    }
}
