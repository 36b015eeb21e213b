package org.commonfold.contribution.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;

@Path("/licences")
@Tag(name = "Contributions")
class LicencesResource {

    record LicenceList(
            @Schema(examples = "[\"CC-BY-4.0\", \"CERN-OHL-S-2.0\"]")
            List<String> items) {}

    @GET
    @PermitAll
    @Operation(
            summary = "List the licences a contribution may have",
            description = "The ids of the SPDX licence list, without deprecated ones.")
    public LicenceList list() {
        return new LicenceList(SpdxLicences.current());
    }
}
