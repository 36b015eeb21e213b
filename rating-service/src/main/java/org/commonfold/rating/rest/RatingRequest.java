package org.commonfold.rating.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.rating.domain.Opinion;

import java.util.Map;

record RatingRequest(
        @NotNull @Size(min = 1, max = 8)
        Map<@NotNull @Size(max = 200) String, @NotNull Integer> scores,

        @Min(1) @Max(5) Integer confidence,

        // Any lines of text, but for what the database cannot hold: NUL and half characters.
        @Size(max = 2_000) @Pattern(regexp = "[^\\x00\\uD800-\\uDFFF]*", message = "must be text")
        String comment) {

    Opinion toOpinion() {
        return new Opinion(scores, confidence);
    }
}
