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

    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    PostgresReadReports(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<ReadReport>> find(String messageId) {
        return sessions.withSession(session -> session.find(StatusReportRow.class, messageId))
                .map(row -> Optional.ofNullable(row).map(PostgresReadReports::report));
    }

    @Override
    public Uni<Void> add(ReadReport report) {
        StatusReportRow row = new StatusReportRow();
        row.messageId = report.messageId();
        row.digest = report.digest();
        row.runId = report.runId().value();
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
                row.paid,
                row.returned,
                row.unchanged);
    }
}
