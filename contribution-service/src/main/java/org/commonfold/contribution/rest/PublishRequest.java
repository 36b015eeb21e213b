package org.commonfold.contribution.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.contribution.domain.Content;
import org.commonfold.contribution.domain.Work;
import org.commonfold.kit.problem.Text;

import java.util.List;
import java.util.UUID;

record PublishRequest(
        @NotNull @Text(max = 300) String title,
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String kind,
        @NotNull @Pattern(regexp = "[A-Za-z0-9.+-]{1,64}") String licence,

        @NotNull @Size(max = 2048) @Pattern(regexp = "[a-z][a-z0-9+.-]*:[!-~]+")
        String contentUri,

        @NotNull @Pattern(regexp = "sha256:[0-9a-f]{64}") String contentDigest,
        @NotNull @Size(min = 1, max = 500) List<@Valid @NotNull AuthorJson> authors,
        @Size(max = 100) List<@Valid @NotNull DerivationJson> derivedFrom,
        UUID fulfils) {

    Work toWork() {
        return new Work(
                title,
                kind,
                licence,
                new Content(contentUri, contentDigest),
                authors.stream().map(AuthorJson::toAuthor).toList(),
                derivedFrom == null
                        ? List.of()
                        : derivedFrom.stream().map(DerivationJson::toDerivation).toList(),
                fulfils);
    }
}
