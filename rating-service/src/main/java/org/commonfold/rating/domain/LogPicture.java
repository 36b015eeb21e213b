package org.commonfold.rating.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the log has told so far of the commons and contributions that some of its events touch, and
 * what is new of it. Follows the rules of DOMAIN.md, "What the fold rejects", so that charter
 * versions are counted as everybody counts them.
 */
public final class LogPicture {

    private final Map<CommonsId, Integer> charterVersions;
    private final Map<ContributionId, Contribution> contributions;
    private final List<AdoptedCharter> newCharters = new ArrayList<>();
    private final Map<ContributionId, Contribution> changed = new LinkedHashMap<>();
    private final Set<Membership> newMembers = new LinkedHashSet<>();

    /**
     * @param charterVersions the last one, of those of the commons that are founded
     * @param contributions those of the contributions that are published
     */
    public LogPicture(
            Map<CommonsId, Integer> charterVersions,
            Map<ContributionId, Contribution> contributions) {
        this.charterVersions = new HashMap<>(charterVersions);
        this.contributions = new HashMap<>(contributions);
    }

    /** In the order in which they were adopted. */
    public List<AdoptedCharter> newCharters() {
        return List.copyOf(newCharters);
    }

    /** Contributions published or changed, as they are now. */
    public List<Contribution> changedContributions() {
        return List.copyOf(changed.values());
    }

    /** Those seen to belong to a commons; some may have been known. */
    public Set<Membership> newMembers() {
        return Set.copyOf(newMembers);
    }

    Optional<Unusable> founded(CommonsId id, Charter charter) {
        if (charterVersions.containsKey(id)) {
            return Optional.of(Unusable.KNOWN_ALREADY);
        }
        return adopt(id, charter, 1);
    }

    Optional<Unusable> amended(CommonsId id, Charter charter) {
        Integer version = charterVersions.get(id);
        return version == null
                ? Optional.of(Unusable.UNKNOWN_COMMONS)
                : adopt(id, charter, version + 1);
    }

    private Optional<Unusable> adopt(CommonsId id, Charter charter, int version) {
        charterVersions.put(id, version);
        newCharters.add(new AdoptedCharter(id, charter.asVersion(version)));
        return Optional.empty();
    }

    Optional<Unusable> published(Contribution contribution) {
        if (!charterVersions.containsKey(contribution.commonsId())) {
            return Optional.of(Unusable.UNKNOWN_COMMONS);
        }
        if (contributions.containsKey(contribution.id())) {
            return Optional.of(Unusable.KNOWN_ALREADY);
        }
        return change(contribution);
    }

    Optional<Unusable> reapportioned(
            CommonsId commonsId, ContributionId id, Set<ContributorId> authors) {
        return find(commonsId, id)
                .map(contribution -> change(contribution.authoredBy(authors)))
                .orElse(Optional.of(Unusable.UNKNOWN_CONTRIBUTION));
    }

    Optional<Unusable> withdrawn(CommonsId commonsId, ContributionId id) {
        return find(commonsId, id)
                .map(contribution -> change(contribution.withdrawn()))
                .orElse(Optional.of(Unusable.UNKNOWN_CONTRIBUTION));
    }

    Optional<Unusable> invited(CommonsId commonsId, ContributorId rater) {
        if (!charterVersions.containsKey(commonsId)) {
            return Optional.of(Unusable.UNKNOWN_COMMONS);
        }
        newMembers.add(new Membership(commonsId, rater));
        return Optional.empty();
    }

    /** Everything is scoped to its commons: the same id elsewhere is another contribution. */
    private Optional<Contribution> find(CommonsId commonsId, ContributionId id) {
        return Optional.ofNullable(contributions.get(id))
                .filter(contribution -> contribution.commonsId().equals(commonsId));
    }

    /** Once an author, always one who has published here. */
    private Optional<Unusable> change(Contribution contribution) {
        contributions.put(contribution.id(), contribution);
        changed.put(contribution.id(), contribution);
        for (ContributorId author : contribution.authors()) {
            newMembers.add(new Membership(contribution.commonsId(), author));
        }
        return Optional.empty();
    }
}
