package org.commonfold.contribution.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.contribution.domain.NeedTask;
import org.commonfold.kit.problem.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

record OpenNeedRequest(
        @NotNull @Text(max = 300) @Schema(examples = "Calibrate the grating mount")
        String title,

        // Any lines of text, but for what the database cannot hold: NUL and half characters.
        @Size(max = 4_000)
        @Pattern(regexp = "[^\\x00\\uD800-\\uDFFF]*", message = "must be text")
        @Schema(examples = "To a tenth of a degree, with the jig in the blue box.")
        String description,

        @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") @Schema(examples = "science")
        String kind,

        @NotNull
        @Size(min = 1, max = SkillNames.COUNT_MAX)
        @Schema(examples = "[\"optics\", \"data-analysis\"]")
        List<@NotNull @Pattern(regexp = SkillNames.PATTERN) String> skills) {

    NeedTask toTask() {
        return new NeedTask(title, description, kind, SkillNames.normalized(skills));
    }
}
