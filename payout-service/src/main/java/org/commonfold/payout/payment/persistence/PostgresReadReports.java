package org.commonfold.payout.payment.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.payment.application.ReadReports;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Clock;
import java.util.Optional;

@ApplicationScoped
class PostgresReadReports implements ReadReports {

    /** A name is taken before its row is there to be locked. */
    private static final String LOCK =
            "select 1 from pg_advisory_xact_lock(hashtextextended('payout-status/' || :id, 0))";

    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    PostgresReadReports(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<ReadReport>> findForChange(String messageId) {
        return sessions.withTransaction(session -> session.createNativeQuery(LOCK, Integer.class)
                        .setParameter("id", messageId)
                        .getSingleResult()
                        .chain(() -> session.find(StatusReportRow.class, messageId)))
                .map(row -> Optional.ofNullable(row).map(PostgresReadReports::report));
    }

    @Override
    public Uni<Void> add(ReadReport report) {
        StatusReportRow row = new StatusReportRow();
        row.messageId = report.messageId();
        row.digest = report.digest();
        row.runId = report.runId().value();
        row.readBy = report.readBy();
        row.paid = report.paid();
        row.returned = report.returned();
        row.unchanged = report.unchanged();
        row.readAt = clock.instant();
        return sessions.withTransaction(session -> session.persist(row));
    }

    private static ReadReport report(StatusReportRow row) {
        return new ReadReport(
                row.messageId,
                row.digest,
                new PayoutRunId(row.runId),
                row.readBy,
                row.paid,
                row.returned,
                row.unchanged);
    }
}
