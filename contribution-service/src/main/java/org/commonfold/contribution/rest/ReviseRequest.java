package org.commonfold.contribution.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.contribution.domain.Content;
import org.commonfold.contribution.domain.NewVersion;
import org.commonfold.kit.problem.Text;

/** A new version: without a title it keeps its own. */
record ReviseRequest(
        @Text(max = 300) String title,

        @NotNull @Size(max = ContentJson.URI_MAX) @Pattern(regexp = ContentJson.URI)
        String contentUri,

        @NotNull @Pattern(regexp = ContentJson.DIGEST) String contentDigest) {

    NewVersion toVersion() {
        return new NewVersion(title, new Content(contentUri, contentDigest));
    }
}
