package org.commonfold.payout.tlog.rest;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.problem.Problems;
import org.commonfold.payout.tlog.application.ReadLog;
import org.commonfold.payout.tlog.domain.Tile;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** C2SP tlog-tiles, where its readers look: under one prefix, which is ours for everything. */
@Path("/")
@PermitAll
@Tag(name = "Transparency log", description = "All entries, in a tree that only grows")
class LogResource {

    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String ENTRIES = "entries";
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final int TILE_PATH_MAX = 40;

    private final ReadLog log;

    LogResource(ReadLog log) {
        this.log = log;
    }

    @GET
    @Path("/checkpoint")
    @Produces(TEXT)
    @Operation(
            summary = "Read the latest checkpoint",
            description = "How many entries the log has, and the root over all of them: a note"
                    + " signed with Ed25519 (C2SP tlog-checkpoint). No later one ever contradicts"
                    + " it.")
    @APIResponse(
            responseCode = "200",
            description = "The note",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = STRING)))
    @APIResponse(responseCode = "404", description = "The log has only just begun")
    public Uni<Response> checkpoint() {
        return log.checkpoint()
                .map(found ->
                        found.orElseThrow(() -> Problems.notFoundYet("There is no checkpoint yet")))
                .map(note -> Response.ok(note)
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=1")
                        .build());
    }

    @GET
    @Path("/verifier-key")
    @Produces(TEXT)
    @Operation(
            summary = "Read what checkpoints are verified with",
            description = "The log's name, the key's id and the key (C2SP signed-note). Learn it"
                    + " once and keep it: whoever could change the log could change this.")
    @APIResponse(
            responseCode = "200",
            description = "One line",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = STRING)))
    public Uni<String> verifierKey() {
        return log.verifierKey().map(key -> key + "\n");
    }

    @GET
    @Path("/tile/{level: [0-9]|[1-5][0-9]|6[0-3]|entries}/{tile: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Read a tile of the tree",
            description = "As C2SP tlog-tiles has it: hashes of a level (0 to 63), or `entries`."
                    + " What the log has of an entry is its SHA-256, the one that the journal"
                    + " shows, and nothing that was booked.")
    @APIResponse(
            responseCode = "200",
            description = "The hashes; of entries, each behind its length in two bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> tile(
            @Parameter(schema = @Schema(type = STRING, examples = "0")) @NotNull String level,
            @Parameter(
                            description = "Its number, three digits at a time: `x001/x234/067`; and"
                                    + " `.p/` with how many there are, while it is not full.",
                            schema =
                                    @Schema(
                                            type = STRING,
                                            maxLength = TILE_PATH_MAX,
                                            examples = "000.p/1"))
                    @NotNull
                    @Size(max = TILE_PATH_MAX)
                    @Pattern(regexp = "[!-~]+")
                    String tile) {
        return Tile.named(tile)
                .map(named -> level.equals(ENTRIES)
                        ? log.entries(named)
                        : log.tile(Integer.parseInt(level), named))
                .orElseThrow(LogResource::noTile)
                .map(found -> found.orElseThrow(LogResource::noTile))
                .map(hashes -> Response.ok(hashes)
                        .header(HttpHeaders.CACHE_CONTROL, IMMUTABLE)
                        .build());
    }

    private static RuntimeException noTile() {
        return Problems.notFound("The log has no such tile");
    }
}
