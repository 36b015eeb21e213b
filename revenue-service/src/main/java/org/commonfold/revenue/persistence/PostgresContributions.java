package org.commonfold.revenue.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.application.Contributions;
import org.commonfold.revenue.domain.LogEvent;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresContributions implements Contributions {

    /** By both columns of the key, and so by its index. */
    private static final String KNOWN =
            "from ContributionRow where commonsId in :commonses and contributionId in :ids";

    private final Mutiny.SessionFactory sessions;

    PostgresContributions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Void> add(Set<LogEvent.Published> published) {
        if (published.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sessions.withTransaction(session -> session.createQuery(KNOWN, ContributionRow.class)
                .setParameter("commonses", ids(published, one -> one.commonsId().value()))
                .setParameter("ids", ids(published, one -> one.contributionId().value()))
                .getResultList()
                .chain(rows -> session.persistAll(unknown(published, rows))));
    }

    private static Set<UUID> ids(
            Set<LogEvent.Published> published, Function<LogEvent.Published, UUID> id) {
        return published.stream().map(id).collect(Collectors.toSet());
    }

    private static Object[] unknown(Set<LogEvent.Published> published, List<ContributionRow> rows) {
        Set<ContributionRowId> known =
                rows.stream().map(ContributionRow::id).collect(Collectors.toSet());
        return published.stream()
                .map(PostgresContributions::rowId)
                .filter(id -> !known.contains(id))
                .map(ContributionRow::new)
                .toArray();
    }

    private static ContributionRowId rowId(LogEvent.Published published) {
        return new ContributionRowId(
                published.commonsId().value(), published.contributionId().value());
    }
}
