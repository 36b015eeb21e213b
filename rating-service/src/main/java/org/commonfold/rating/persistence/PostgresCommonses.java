package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.application.Commonses;
import org.commonfold.rating.domain.Charter;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresCommonses implements Commonses {

    private static final String LAST_CHARTER =
            "from CharterRow where commonsId = :commonsId order by version desc";

    private static final String CHARTERS =
            "from CharterRow where commonsId = :commonsId and version in :versions";

    private final Mutiny.SessionFactory sessions;

    PostgresCommonses(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Charter>> charterOf(CommonsId id) {
        return sessions.withSession(session -> session.createQuery(LAST_CHARTER, CharterRow.class)
                        .setParameter("commonsId", id.value())
                        .setMaxResults(1)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .map(found -> found.toAdoptedCharter().charter()));
    }

    @Override
    public Uni<Map<Integer, Charter>> charters(CommonsId id, Set<Integer> versions) {
        return sessions.withSession(session -> session.createQuery(CHARTERS, CharterRow.class)
                        .setParameter("commonsId", id.value())
                        .setParameter("versions", versions)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> row.toAdoptedCharter().charter())
                        .collect(Collectors.toMap(Charter::version, Function.identity())));
    }

    @Override
    public Uni<Boolean> hasMember(CommonsId id, ContributorId who) {
        MemberRowId rowId = new MemberRowId(id.value(), who.value());
        return sessions.withSession(session -> session.find(MemberRow.class, rowId))
                .map(Objects::nonNull);
    }

    @Override
    public Uni<Boolean> hasSteward(CommonsId id, ContributorId who) {
        MemberRowId rowId = new MemberRowId(id.value(), who.value());
        return sessions.withSession(session -> session.find(StewardRow.class, rowId))
                .map(Objects::nonNull);
    }
}
