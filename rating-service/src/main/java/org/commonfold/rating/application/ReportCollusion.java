package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.domain.CollusionReport;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Decision;
import org.commonfold.rating.domain.Person;
import org.commonfold.rating.domain.Praise;
import org.commonfold.rating.domain.Totals;

import java.util.List;
import java.util.Map;

/** Tells the stewards of a commons where praise comes back to those who gave it. */
@ApplicationScoped
public class ReportCollusion {

    /** Of one rater's ratings of works of the same authors, so many sums are looked at. */
    public static final int PRAISES_MAX = 200_000;

    private final Stewardship stewardship;
    private final Commonses commonses;
    private final Praises praises;

    ReportCollusion(Stewardship stewardship, Commonses commonses, Praises praises) {
        this.stewardship = stewardship;
        this.commonses = commonses;
        this.praises = praises;
    }

    public Uni<Decision<Report>> report(Person who, CommonsId id, int basisPointsMin) {
        return stewardship
                .refusal(who, id)
                .chain(refusal -> refusal.isPresent()
                        ? Uni.createFrom().item(Decision.reject(refusal.get()))
                        : report(id, basisPointsMin).map(Decision::accept));
    }

    private Uni<Report> report(CommonsId id, int basisPointsMin) {
        return commonses
                .charterOf(id)
                .map(charter -> charter.orElseThrow().referencePoints())
                .chain(referencePoints -> praises.in(id, PRAISES_MAX + 1)
                        .chain(all -> praises.totals(id)
                                // It may take a second, which no event loop has.
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(totals ->
                                        report(all, totals, referencePoints, basisPointsMin))));
    }

    private static Report report(
            List<Praise> all,
            Map<ContributorId, Totals> totals,
            int referencePoints,
            int basisPointsMin) {
        boolean complete = all.size() <= PRAISES_MAX;
        List<Praise> largest = complete ? all : all.subList(0, PRAISES_MAX);
        return new Report(
                CollusionReport.of(largest, totals, referencePoints, basisPointsMin), complete);
    }

    /**
     * The report.
     *
     * @param isComplete whether all current ratings were looked at, or only the largest sums
     */
    public record Report(CollusionReport content, boolean isComplete) {}
}
