package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.Experience;
import org.commonfold.contribution.domain.Background;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Need;
import org.commonfold.contribution.domain.ReasonKind;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresExperience implements Experience {

    /** Each aspect with its values. The ratings of a work's authors do not count. */
    static final String BACKGROUND = """
            with theirs as materialized (
                select a.contribution_id, c.commons_id, c.kind, c.authors from author a
                join contribution c on c.contribution_id = a.contribution_id
                where a.contributor_id = :who and c.withdrawn_at is null
                order by a.contribution_id desc limit :worksMax),
            well_rated as materialized (
                select contribution_id from theirs
                where (
                    select count(*) >= (
                            select cast(charter ->> 'quorum' as int) from commons
                            where commons.commons_id = theirs.commons_id)
                        and 2 * count(*) filter (where is_favourable) > count(*)
                    from peer_verdict
                    where peer_verdict.contribution_id = theirs.contribution_id
                    and not authors @> jsonb_build_array(
                        jsonb_build_object('contributorId', rater_id)))),
            aspect as (
                select 'commons' as name, cast(commons_id as text) as value from theirs
                union all
                select 'kind', kind from theirs
                union all
                select 'co-author', author ->> 'contributorId'
                from theirs, jsonb_array_elements(authors) author
                where author ->> 'contributorId' <> :who
                union all
                select 'proven', skill
                from well_rated join need on fulfilled_by = contribution_id, unnest(skills) skill
                union all
                select 'declared', skill from profile, unnest(skills) skill
                where contributor_id = :who),
            met as (
                select name, value, row_number() over (
                    partition by name order by count(*) desc, value) as place
                from aspect group by name, value)
            select name, value from met where place <= :aspectMax""";

    private static final String MOST_SKILLS = """
            (select need_id from need
             where skills && string_to_array(:skills, ',')
             and closed_at is null and opened_by is distinct from :who
             and not takers @> cast(cast(:taker as text) as jsonb)
             order by (
                select :provenPoints
                       * count(*) filter (where skill = any(string_to_array(:proven, ',')))
                     + :declaredPoints
                       * count(*) filter (where skill = any(string_to_array(:declared, ',')))
                from unnest(skills) skill) desc, need_id
             limit :needsMax)""";

    /** Two indexes hold the needs by id, the others do not: an offset keeps off that of all ids. */
    static final String NEEDS = String.join(
            " union ",
            MOST_SKILLS,
            oldest("commonses", "commons_id = cast(one as uuid)", ""),
            oldest("kinds", "kind = one", ""),
            oldest("coAuthors", "opened_by = one", "offset 0"),
            oldest(
                    "coAuthors",
                    "takers @> jsonb_build_array(jsonb_build_object('contributorId', one))",
                    "offset 0"));

    private final Mutiny.SessionFactory sessions;

    PostgresExperience(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    private static String oldest(String values, String condition, String fence) {
        String oldest = """
                (select distinct need_id
                 from unnest(string_to_array(:%s, ',')) one cross join lateral (
                    select need_id from (
                        select need_id from need
                        where %s and closed_at is null and opened_by is distinct from :who
                        and not takers @> cast(cast(:taker as text) as jsonb) %s) matching
                    order by need_id limit :needsMax) oldest
                 order by need_id limit :needsMax)""";
        return oldest.formatted(values, condition, fence);
    }

    @Override
    public Uni<Background> of(ContributorId who) {
        return sessions.withSession(session -> session.createNativeQuery(BACKGROUND, Object[].class)
                .setParameter("who", who.value())
                .setParameter("worksMax", WORKS_MAX)
                .setParameter("aspectMax", ASPECT_MAX)
                .getResultList()
                .map(rows -> background(who, rows)));
    }

    private static Background background(ContributorId who, List<Object[]> rows) {
        Map<String, Set<String>> aspects = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(row -> (String) row[1], Collectors.toSet())));
        return new Background(
                who,
                aspects.getOrDefault("declared", Set.of()),
                aspects.getOrDefault("proven", Set.of()),
                each(aspects.get("commons"), id -> new CommonsId(UUID.fromString(id))),
                aspects.getOrDefault("kind", Set.of()),
                each(aspects.get("co-author"), ContributorId::new));
    }

    private static <T> Set<T> each(Set<String> values, Function<String, T> made) {
        return values == null ? Set.of() : values.stream().map(made).collect(Collectors.toSet());
    }

    @Override
    public Uni<List<Need>> needsFor(Background background) {
        Set<String> skills = new TreeSet<>(background.declaredSkills());
        skills.addAll(background.provenSkills());
        return sessions.withSession(session -> session.createNativeQuery(NEEDS, UUID.class)
                .setParameter("skills", Skills.joined(skills))
                .setParameter("proven", Skills.joined(background.provenSkills()))
                .setParameter("declared", Skills.joined(background.declaredSkills()))
                .setParameter("provenPoints", ReasonKind.PROVEN_SKILL.points())
                .setParameter("declaredPoints", ReasonKind.DECLARED_SKILL.points())
                .setParameter("commonses", joined(background.commonses()))
                .setParameter("kinds", Skills.joined(background.kinds()))
                .setParameter("coAuthors", joined(background.coAuthors()))
                .setParameter("who", background.who().value())
                .setParameter("taker", taker(background.who()))
                .setParameter("needsMax", NEEDS_MAX)
                .getResultList()
                .chain(ids -> PostgresNeeds.byIds(session, ids)));
    }

    /** What the takers of a need hold when someone is among them. */
    private static String taker(ContributorId who) {
        return "[{\"contributorId\":\"" + who + "\"}]";
    }

    /** Ids have no commas. */
    private static String joined(Collection<?> ids) {
        return ids.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }
}
