package org.commonfold.contribution.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionVersion;
import org.commonfold.contribution.domain.Derivation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.UUID;

/**
 * A contribution with what belongs to it: at most 200 of each list, the rest at its own address.
 *
 * @param versions the first first
 * @param upstream what it derives from
 * @param downstream what derives from it, directly
 */
record ContributionDetailView(
        @JsonUnwrapped ContributionView contribution,
        List<ContributionVersionView> versions,
        List<Relative> upstream,
        List<Relative> downstream) {

    static final int LIST_MAX = 200;

    /** One derivation, seen from one of its ends. */
    record Relative(
            @Schema(examples = "0198c0de-0000-7000-8000-0000000000c0")
            UUID contributionId,

            int basisPoints) {}

    static ContributionDetailView of(
            Contribution contribution,
            List<ContributionVersion> versions,
            List<Contribution> downstream) {
        return new ContributionDetailView(
                ContributionView.of(contribution),
                versions.stream().map(ContributionVersionView::of).toList(),
                contribution.work().derivedFrom().stream()
                        .map(one -> new Relative(one.upstream().value(), one.basisPoints()))
                        .toList(),
                downstream.stream().map(one -> relative(contribution, one)).toList());
    }

    private static Relative relative(Contribution upstream, Contribution downstream) {
        int basisPoints = downstream.work().derivedFrom().stream()
                .filter(one -> one.upstream().equals(upstream.id()))
                .mapToInt(Derivation::basisPoints)
                .sum();
        return new Relative(downstream.id().value(), basisPoints);
    }
}
