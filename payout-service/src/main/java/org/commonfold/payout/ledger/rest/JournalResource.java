package org.commonfold.payout.ledger.rest;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.commonfold.kit.identity.Roles;
import org.commonfold.payout.ledger.application.Journal;
import org.commonfold.payout.ledger.application.TooManyReaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

import java.util.List;
import java.util.Map;

/** The media type is chosen by the format: that is why none is stated here. */
@Path("/ledger/journal")
@Tag(name = "Ledger")
class JournalResource {

    private final Journal journal;

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    @GET
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "All that was ever booked",
            description = "As it stands when it is asked for, commons by commons. `ndjson` has a"
                    + " line an entry, as it was hashed and with its hash; `hledger` and"
                    + " `beancount` are for these programs; `csv` has a line a posting.")
    @APIResponse(
            responseCode = "200",
            description = "The journal",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = STRING)),
                @Content(mediaType = "text/plain", schema = @Schema(type = STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = STRING))
            })
    @APIResponse(responseCode = "503", description = "Too many read everything at once")
    public RestMulti<String> read(
            @QueryParam("format") @DefaultValue("ndjson") @Pattern(regexp = JournalFormat.NAMES)
                    String format) {
        JournalFormat wanted = JournalFormat.named(format);
        return RestMulti.fromUniResponse(
                journal.lines().onFailure(TooManyReaders.class).transform(Refusals::tryLater),
                wanted::write,
                lines -> Map.of(HttpHeaders.CONTENT_TYPE, List.of(wanted.mediaType())));
    }
}
