package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.paging.Keyset;
import org.commonfold.rating.application.Invitations;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Invitation;
import org.commonfold.rating.domain.Membership;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Invitations, each a row; who is invited is a member of the commons from then on. */
@ApplicationScoped
class PostgresInvitations implements Invitations {

    private static final String TAKE_TURNS = "select 1 from pg_advisory_xact_lock(:pair)";

    static final String FIND =
            "from InvitationRow where commonsId = :commonsId and raterId = :raterId";

    static final String LIST = """
            from InvitationRow where commonsId = :commonsId and invitationId > :after
             order by invitationId""";

    private final Mutiny.SessionFactory sessions;

    PostgresInvitations(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Invitation>> findForChange(CommonsId commonsId, ContributorId raterId) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                                TAKE_TURNS, Integer.class)
                        .setParameter("pair", pair(commonsId, raterId))
                        .getSingleResult()
                        .chain(() -> session.createQuery(FIND, InvitationRow.class)
                                .setParameter("commonsId", commonsId.value())
                                .setParameter("raterId", raterId.value())
                                .getSingleResultOrNull()))
                .map(row -> Optional.ofNullable(row).map(InvitationRow::toInvitation));
    }

    /** Two pairs that collide only wait for one another. */
    private static long pair(CommonsId commonsId, ContributorId raterId) {
        return 31 * commonsId.value().getLeastSignificantBits() + raterId.hashCode();
    }

    @Override
    public Uni<Void> add(Invitation invitation) {
        Membership member = new Membership(invitation.commonsId(), invitation.raterId());
        return sessions.withTransaction(session -> session.persist(InvitationRow.of(invitation))
                .chain(() -> MembersTable.addMembers(session, Set.of(member))));
    }

    @Override
    public Uni<List<Invitation>> list(CommonsId commonsId, Optional<UUID> after, int countMax) {
        return sessions.withSession(session -> session.createQuery(LIST, InvitationRow.class)
                        .setParameter("commonsId", commonsId.value())
                        .setParameter("after", after.orElse(Keyset.FIRST))
                        .setMaxResults(countMax)
                        .getResultList())
                .map(rows -> rows.stream().map(InvitationRow::toInvitation).toList());
    }
}
