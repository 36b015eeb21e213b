package org.commonfold.contribution.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.commonfold.contribution.domain.Author;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.kit.identity.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record AuthorJson(
        @NotNull @Pattern(regexp = Caller.ID_PATTERN) @Schema(examples = "ada")
        String contributorId,

        @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "3")
        Integer share) {

    static AuthorJson of(Author author) {
        return new AuthorJson(author.contributorId().value(), author.share());
    }

    Author toAuthor() {
        return new Author(new ContributorId(contributorId), share);
    }
}
