package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.Profiles;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Profile;
import org.commonfold.contribution.domain.SelfDescription;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresProfiles implements Profiles {

    /** There may be no row to lock yet. The cast gives the void a type that is known. */
    private static final String LOCK =
            "select cast(pg_advisory_xact_lock(hashtextextended('profile ' || :who, 0)) as text)";

    private static final String FORGET_PROFILE = "delete from profile where contributor_id = :who";

    /** It has changed for its readers, so its version has. */
    static final String FORGET_OPENER = """
            update need set opened_by = null, description = null, change_count = change_count + 1
            where opened_by = :who""";

    /** The kit's: it holds what they wrote, for a day. */
    static final String FORGET_ANSWERS = "delete from idempotency_key where caller = :who";

    /** The first wish even if nothing was there; later ones only when there was. */
    static final String RECORD = """
            insert into erasure (contributor_id, erased_at)
            select :who, :at
            where :found > 0
            or not exists (select 1 from erasure where contributor_id = :who)""";

    private final Mutiny.SessionFactory sessions;

    PostgresProfiles(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Profile>> find(ContributorId who) {
        return sessions.withSession(session -> session.find(ProfileRow.class, who.value()))
                .map(row -> Optional.ofNullable(row).map(PostgresProfiles::profile));
    }

    @Override
    public Uni<Optional<Profile>> lock(ContributorId who) {
        return sessions.withTransaction(session -> session.createNativeQuery(LOCK, String.class)
                .setParameter("who", who.value())
                .getSingleResult()
                .chain(() -> find(who)));
    }

    @Override
    public Uni<Void> write(Profile profile) {
        ProfileRow row = new ProfileRow();
        row.contributorId = profile.contributorId().value();
        row.displayName = profile.text().displayName();
        row.about = profile.text().about();
        row.skills = Skills.joined(profile.text().skills());
        row.links = String.join(" ", profile.text().links());
        row.version = profile.version();
        row.writtenAt = profile.writtenAt();
        return sessions.withTransaction(session -> session.merge(row)).replaceWithVoid();
    }

    @Override
    public Uni<Void> erase(ContributorId who, Instant at) {
        return sessions.withTransaction(session -> rows(session, FORGET_PROFILE, who)
                .chain(profiles -> rows(session, FORGET_OPENER, who).map(more -> profiles + more))
                .chain(found -> rows(session, FORGET_ANSWERS, who).map(more -> found + more))
                .chain(found -> record(session, who, at, found)));
    }

    private static Uni<Integer> rows(Mutiny.Session session, String sql, ContributorId who) {
        return session.createNativeQuery(sql).setParameter("who", who.value()).executeUpdate();
    }

    private static Uni<Void> record(
            Mutiny.Session session, ContributorId who, Instant at, int found) {
        return session.createNativeQuery(RECORD)
                .setParameter("who", who.value())
                .setParameter("at", at)
                .setParameter("found", found)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Profile profile(ProfileRow row) {
        List<String> links = row.links.isEmpty() ? List.of() : List.of(row.links.split(" "));
        return new Profile(
                new ContributorId(row.contributorId),
                new SelfDescription(row.displayName, row.about, Skills.split(row.skills), links),
                row.version,
                row.writtenAt);
    }
}
