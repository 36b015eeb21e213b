package org.commonfold.contribution.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.contribution.domain.SelfDescription;
import org.commonfold.kit.problem.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

record ProfileRequest(
        @NotNull @Text(max = 100) @Schema(examples = "Ada L.")
        String displayName,

        // Any lines of text, but for what the database cannot hold: NUL and half characters.
        @Size(max = 2_000)
        @Pattern(regexp = "[^\\x00\\uD800-\\uDFFF]*", message = "must be text")
        @Schema(examples = "Optics by day, engines by night.")
        String about,

        @Size(max = SkillNames.COUNT_MAX) @Schema(examples = "[\"optics\", \"data-analysis\"]")
        List<@NotNull @Pattern(regexp = SkillNames.PATTERN) String> skills,

        @Size(max = LINK_COUNT_MAX) @Schema(examples = "[\"https://example.org/~ada\"]")
        List<@NotNull @Size(max = LINK_LENGTH_MAX) @Pattern(regexp = LINK) String> links) {

    static final int LINK_COUNT_MAX = 10;
    static final int LINK_LENGTH_MAX = 300;

    /** A host name with a dot in it, perhaps a port, and any visible ASCII behind. */
    static final String LINK =
            "https://[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#][!-~]*)?";

    SelfDescription toText() {
        return new SelfDescription(
                displayName,
                about,
                skills == null ? List.of() : SkillNames.normalized(skills),
                links == null ? List.of() : links.stream().distinct().toList());
    }
}
