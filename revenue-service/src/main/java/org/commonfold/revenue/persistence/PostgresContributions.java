package org.commonfold.revenue.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.application.Contributions;
import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.ContributionId;
import org.commonfold.revenue.domain.LogEvent;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresContributions implements Contributions {

    private static final String BY_IDS = "from ContributionRow where contributionId in :ids";

    private final Mutiny.SessionFactory sessions;

    PostgresContributions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Set<ContributionId>> published(CommonsId commonsId, Collection<ContributionId> ids) {
        return rows(ids.stream().map(ContributionId::value).toList())
                .map(rows -> rows.stream()
                        .filter(row -> row.commonsId.equals(commonsId.value()))
                        .map(row -> new ContributionId(row.contributionId))
                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> add(Set<LogEvent.Published> published) {
        List<UUID> ids =
                published.stream().map(one -> one.contributionId().value()).toList();
        return rows(ids).chain(rows -> {
            Set<ContributionRowId> known =
                    rows.stream().map(ContributionRow::id).collect(Collectors.toSet());
            Object[] unknown = published.stream()
                    .map(PostgresContributions::rowId)
                    .filter(id -> !known.contains(id))
                    .map(ContributionRow::new)
                    .toArray();
            return sessions.withTransaction(session -> session.persistAll(unknown));
        });
    }

    private Uni<List<ContributionRow>> rows(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sessions.withSession(session -> session.createQuery(BY_IDS, ContributionRow.class)
                .setParameter("ids", ids)
                .getResultList());
    }

    private static ContributionRowId rowId(LogEvent.Published published) {
        return new ContributionRowId(
                published.commonsId().value(), published.contributionId().value());
    }
}
