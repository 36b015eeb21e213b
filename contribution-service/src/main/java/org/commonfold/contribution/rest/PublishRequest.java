package org.commonfold.contribution.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.contribution.domain.Content;
import org.commonfold.contribution.domain.Work;
import org.commonfold.kit.problem.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.UUID;

record PublishRequest(
        @NotNull @Text(max = 300) String title,
        @NotNull @Pattern(regexp = PublishRequest.KIND) String kind,

        @NotNull @SpdxLicence @Schema(format = SpdxLicence.FORMAT)
        String licence,

        @NotNull @Size(max = ContentJson.URI_MAX) @Pattern(regexp = ContentJson.URI)
        String contentUri,

        @NotNull @Pattern(regexp = ContentJson.DIGEST) String contentDigest,
        @NotNull @Size(min = 1, max = 500) List<@Valid @NotNull AuthorJson> authors,
        @Size(max = 100) List<@Valid @NotNull DerivationJson> derivedFrom,
        UUID fulfils) {

    static final String KIND = "[a-z][a-z0-9-]{0,39}";

    Work toWork() {
        return new Work(
                title,
                kind,
                SpdxLicences.canonical(licence).orElseThrow(),
                new Content(contentUri, contentDigest),
                authors.stream().map(AuthorJson::toAuthor).toList(),
                derivedFrom == null
                        ? List.of()
                        : derivedFrom.stream().map(DerivationJson::toDerivation).toList(),
                fulfils);
    }
}
