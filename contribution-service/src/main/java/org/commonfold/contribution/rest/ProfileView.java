package org.commonfold.contribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.contribution.domain.Profile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

record ProfileView(
        @Schema(examples = "ada") String contributorId,
        @Schema(examples = "Ada L.") String displayName,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(examples = "Optics by day, engines by night.")
        String about,

        @Schema(examples = "[\"optics\", \"data-analysis\"]")
        List<String> skills,

        @Schema(examples = "[\"https://example.org/~ada\"]") List<String> links,

        @Schema(examples = "1") long version,
        Instant writtenAt) {

    static ProfileView of(Profile profile) {
        return new ProfileView(
                profile.contributorId().value(),
                profile.text().displayName(),
                profile.text().about(),
                profile.text().skills(),
                profile.text().links(),
                profile.version(),
                profile.writtenAt());
    }
}
