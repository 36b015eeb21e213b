package org.commonfold.contribution.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which needs suit someone. Pure: no clock, no repository, no framework. */
public final class Suggesting {

    private static final Comparator<Suggestion> BEST_FIRST = Comparator.comparingInt(
                    Suggestion::score)
            .reversed()
            .thenComparing(one -> one.need().openedAt())
            .thenComparing(one -> one.need().id().toString());

    /**
     * Those that suit at all, the best first, among equals the oldest; never what someone opened
     * or has taken up, nor what is closed.
     */
    public List<Suggestion> rank(Background background, Collection<Need> needs, int countMax) {
        return needs.stream()
                .filter(need -> isFor(background.who(), need))
                .map(need -> new Suggestion(need, reasons(background, need)))
                .filter(suggestion -> suggestion.score() > 0)
                .sorted(BEST_FIRST)
                .limit(countMax)
                .toList();
    }

    private static boolean isFor(ContributorId who, Need need) {
        return !need.isClosed() && !need.isOpenedBy(who) && !need.isTakenUpBy(who);
    }

    private static List<Reason> reasons(Background background, Need need) {
        List<Reason> reasons = new ArrayList<>();
        Set<String> skills = Set.copyOf(need.task().skills());
        add(reasons, ReasonKind.PROVEN_SKILL, common(skills, background.provenSkills()));
        add(reasons, ReasonKind.DECLARED_SKILL, common(skills, background.declaredSkills()));
        if (background.commonses().contains(need.commonsId())) {
            add(reasons, ReasonKind.COMMONS, Set.of(need.commonsId().toString()));
        }
        add(reasons, ReasonKind.CO_AUTHOR, common(peopleOf(need), idsOf(background.coAuthors())));
        String kind = need.task().kind();
        if (kind != null && background.kinds().contains(kind)) {
            add(reasons, ReasonKind.KIND, Set.of(kind));
        }
        return reasons;
    }

    private static void add(List<Reason> reasons, ReasonKind kind, Set<String> matched) {
        if (!matched.isEmpty()) {
            reasons.add(new Reason(kind, List.copyOf(matched)));
        }
    }

    /** In order, so that the same question gets the same answer. */
    private static Set<String> common(Set<String> these, Set<String> those) {
        Set<String> common = new TreeSet<>(these);
        common.retainAll(those);
        return common;
    }

    /** Who opened it and who works on it. */
    private static Set<String> peopleOf(Need need) {
        Set<String> people = new TreeSet<>();
        need.takers().forEach(taker -> people.add(taker.contributorId().value()));
        if (need.openedBy() != null) {
            people.add(need.openedBy().value());
        }
        return people;
    }

    private static Set<String> idsOf(Set<ContributorId> people) {
        Set<String> ids = new TreeSet<>();
        people.forEach(person -> ids.add(person.value()));
        return ids;
    }
}
