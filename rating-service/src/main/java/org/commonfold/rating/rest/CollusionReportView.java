package org.commonfold.rating.rest;

import org.commonfold.rating.application.ReportCollusion;
import org.commonfold.rating.domain.Finding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

record CollusionReportView(
        @Schema(description = "The strongest first, at most limit of them.")
        List<FindingView> items,

        @Schema(description = "How many there are in all.", examples = "1")
        int count,

        @Schema(description = "Whether all current ratings were looked at.", examples = "true")
        boolean complete) {

    /** Of a circle as large as the commons, a list of all would help nobody. */
    private static final int MEMBERS_MAX = 100;

    record FindingView(
            @Schema(
                    examples = "pair",
                    enumeration = {"pair", "circle"})
            String kind,

            @Schema(
                    description = "Of all points that they gave, those that stayed among them.",
                    examples = "6500")
            int basisPoints,

            @Schema(
                    description = "At least this share of what each of them gave, softened by ten"
                            + " ordinary ratings, went on to the next. Of circles in steps of 500.",
                    examples = "4500")
            int strengthBasisPoints,

            @Schema(examples = "2") int memberCount,

            @Schema(description = "At most 100, those who gave most inside first.")
            List<MemberView> members,

            @Schema(examples = "ada and bob rated each other's work: 65.00 % of the 130 points …")
            String explanation) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.isPair() ? "pair" : "circle",
                    finding.basisPoints(),
                    finding.strength(),
                    finding.members().size(),
                    finding.members().stream()
                            .limit(MEMBERS_MAX)
                            .map(MemberView::of)
                            .toList(),
                    finding.explanation());
        }
    }

    record MemberView(
            @Schema(examples = "ada") String contributorId,

            @Schema(examples = "130") long givenPoints,
            @Schema(examples = "104") long givenInsidePoints,

            @Schema(
                    description = "Of all points that they gave, those to the others here.",
                    examples = "8000")
            int givenBasisPoints,

            @Schema(examples = "120") long receivedPoints,
            @Schema(examples = "60") long receivedInsidePoints,

            @Schema(
                    description = "Of all points that they received, those from the others here.",
                    examples = "5000")
            int receivedBasisPoints) {

        static MemberView of(Finding.Member member) {
            return new MemberView(
                    member.id().value(),
                    member.given(),
                    member.givenInside(),
                    member.givenBasisPoints(),
                    member.received(),
                    member.receivedInside(),
                    member.receivedBasisPoints());
        }
    }

    static CollusionReportView of(ReportCollusion.Report report, int limit) {
        List<Finding> findings = report.content().findings();
        return new CollusionReportView(
                findings.stream().limit(limit).map(FindingView::of).toList(),
                findings.size(),
                report.isComplete());
    }
}
