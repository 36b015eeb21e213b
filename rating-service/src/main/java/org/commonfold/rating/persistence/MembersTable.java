package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.Membership;
import org.commonfold.rating.domain.Steward;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Collection;
import java.util.List;

/** Who belongs to what: members and stewards to a commons, authors to a contribution. */
final class MembersTable {

    private static final String PEOPLE = """
            select commons_id, contributor_id
              from json_to_recordset(cast(cast(:people as text) as json))
                   as one (commons_id uuid, contributor_id text)
            on conflict do nothing""";

    private static final String ADD_MEMBERS =
            "insert into member (commons_id, contributor_id) " + PEOPLE;

    private static final String ADD_STEWARDS =
            "insert into steward (commons_id, contributor_id) " + PEOPLE;

    static final String FORGET_AUTHORS = """
            delete from author
             where contribution_id in (
                   select contribution_id
                     from json_to_recordset(cast(cast(:people as text) as json))
                          as one (contribution_id uuid))""";

    private static final String ADD_AUTHORS = """
            insert into author (contribution_id, contributor_id, commons_id)
            select contribution_id, contributor_id, commons_id
              from json_to_recordset(cast(cast(:people as text) as json))
                   as one (contribution_id uuid, contributor_id text, commons_id uuid)""";

    private MembersTable() {}

    static Uni<Void> addMembers(Mutiny.Session session, Collection<Membership> members) {
        return members.isEmpty()
                ? Uni.createFrom().voidItem()
                : execute(session, ADD_MEMBERS, Documents.members(members));
    }

    static Uni<Void> addStewards(Mutiny.Session session, Collection<Steward> stewards) {
        return stewards.isEmpty()
                ? Uni.createFrom().voidItem()
                : execute(session, ADD_STEWARDS, Documents.stewards(stewards));
    }

    /** Instead of those there were. */
    static Uni<Void> setAuthors(Mutiny.Session session, List<Contribution> contributions) {
        if (contributions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String authors = Documents.authorsOf(contributions);
        return execute(session, FORGET_AUTHORS, authors)
                .chain(() -> execute(session, ADD_AUTHORS, authors));
    }

    private static Uni<Void> execute(Mutiny.Session session, String sql, String people) {
        return session.createNativeQuery(sql)
                .setParameter("people", people)
                .executeUpdate()
                .replaceWithVoid();
    }
}
