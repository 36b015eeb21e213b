package org.commonfold.payout.payment.persistence;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.commonfold.payout.payment.application.EntrySequences;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class PostgresEntrySequences implements EntrySequences {

    private static final String OF = """
            select entry_id, sequence from chain
             where entry_id = any(cast(string_to_array(:ids, ',') as uuid[]))""";

    private final Mutiny.SessionFactory sessions;

    PostgresEntrySequences(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Map<UUID, Long>> of(List<UUID> entryIds) {
        String ids = entryIds.stream().map(UUID::toString).collect(joining(","));
        return sessions.withTransaction(session -> session.createNativeQuery(OF, Tuple.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(toMap(
                                row -> row.get(0, UUID.class), row -> row.get(1, Long.class))));
    }
}
