package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Reapportionment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

record ReapportionmentView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000e1")
        UUID reapportionmentId,

        UUID contributionId,
        List<AuthorJson> before,
        List<AuthorJson> authors,
        @Schema(examples = "ada") String proposedBy,
        Instant proposedAt,
        @Schema(examples = "[\"ada\"]") List<String> confirmedBy,
        @Schema(examples = "[\"bob\"]") List<String> awaiting,
        @Schema(examples = "proposed") String state) {

    static ReapportionmentView of(Reapportionment one) {
        return new ReapportionmentView(
                one.id(),
                one.contributionId().value(),
                one.before().stream().map(AuthorJson::of).toList(),
                one.authors().stream().map(AuthorJson::of).toList(),
                one.proposedBy().value(),
                one.proposedAt(),
                one.confirmedBy().stream().map(ContributorId::value).sorted().toList(),
                awaiting(one),
                one.state().name().toLowerCase(Locale.ROOT));
    }

    private static List<String> awaiting(Reapportionment one) {
        return one.voters().stream()
                .filter(author -> !one.confirmedBy().contains(author))
                .map(ContributorId::value)
                .sorted()
                .toList();
    }
}
