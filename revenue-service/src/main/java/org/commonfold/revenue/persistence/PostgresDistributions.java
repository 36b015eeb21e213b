package org.commonfold.revenue.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.application.Distributions;
import org.commonfold.revenue.domain.Distribution;
import org.commonfold.revenue.domain.RevenueId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PostgresDistributions implements Distributions {

    private static final String KNOWN =
            "select revenueId from DistributionRow where revenueId in :ids";

    private final Mutiny.SessionFactory sessions;

    PostgresDistributions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Void> add(List<Distribution> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, Distribution> firsts = new LinkedHashMap<>();
        told.forEach(one -> firsts.putIfAbsent(one.revenueId().value(), one));
        return sessions.withTransaction(session -> session.createQuery(KNOWN, UUID.class)
                .setParameter("ids", firsts.keySet())
                .getResultList()
                .chain(known -> session.persistAll(unknown(firsts, Set.copyOf(known)))));
    }

    private static Object[] unknown(Map<UUID, Distribution> told, Set<UUID> known) {
        return told.values().stream()
                .filter(one -> !known.contains(one.revenueId().value()))
                .map(PostgresDistributions::row)
                .toArray();
    }

    @Override
    public Uni<List<Distribution>> of(RevenueId revenueId) {
        return sessions.withSession(
                        session -> session.find(DistributionRow.class, revenueId.value()))
                .map(row -> row == null ? List.of() : List.of(distribution(row)));
    }

    private static DistributionRow row(Distribution one) {
        DistributionRow row = new DistributionRow();
        row.revenueId = one.revenueId().value();
        row.amount = one.amount();
        row.treasury = one.treasury();
        row.currency = one.currency();
        row.contributorCount = one.contributorCount();
        row.contributionCount = one.contributionCount();
        row.distributedAt = one.distributedAt();
        return row;
    }

    private static Distribution distribution(DistributionRow row) {
        return new Distribution(
                new RevenueId(row.revenueId),
                row.amount,
                row.treasury,
                row.currency,
                row.contributorCount,
                row.contributionCount,
                row.distributedAt);
    }
}
