package org.commonfold.rating.domain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the log has told so far of the commons, contributions and ratings that some of its events
 * touch, and what is new of it. Follows the rules of DOMAIN.md, "What the fold rejects", so that
 * charter versions are counted, and levels fixed, as everybody does.
 */
public final class LogPicture {

    private final Charters charters;
    private final Map<ContributionId, Contribution> contributions;
    private final CurrentRatings ratings;
    private final Map<ContributionId, Contribution> changed = new LinkedHashMap<>();
    private final Set<Membership> newMembers = new LinkedHashSet<>();
    private final Set<Steward> newStewards = new LinkedHashSet<>();

    /** @param contributions those of the contributions that are published */
    public LogPicture(
            Charters charters,
            Map<ContributionId, Contribution> contributions,
            CurrentRatings ratings) {
        this.charters = charters;
        this.contributions = new HashMap<>(contributions);
        this.ratings = ratings;
    }

    /** In the order in which they were adopted. */
    public List<AdoptedCharter> newCharters() {
        return charters.adopted();
    }

    /** Contributions published or changed, as they are now, in the order of publication. */
    public List<Contribution> changedContributions() {
        return List.copyOf(changed.values());
    }

    /** Those seen to belong to a commons; some may have been known. */
    public Set<Membership> newMembers() {
        return Set.copyOf(newMembers);
    }

    public Set<Steward> newStewards() {
        return Set.copyOf(newStewards);
    }

    public CurrentRatings ratings() {
        return ratings;
    }

    Optional<Unusable> founded(CommonsId id, Charter charter, Set<ContributorId> stewards) {
        if (charters.isFounded(id)) {
            return Optional.of(Unusable.KNOWN_ALREADY);
        }
        charters.adopt(id, charter);
        stewards.forEach(one -> newStewards.add(new Steward(id, one)));
        return Optional.empty();
    }

    Optional<Unusable> amended(CommonsId id, Charter charter) {
        if (!charters.isFounded(id)) {
            return Optional.of(Unusable.UNKNOWN_COMMONS);
        }
        charters.adopt(id, charter);
        return Optional.empty();
    }

    Optional<Unusable> published(Contribution contribution) {
        if (!charters.isFounded(contribution.commonsId())) {
            return Optional.of(Unusable.UNKNOWN_COMMONS);
        }
        if (contributions.containsKey(contribution.id())) {
            return Optional.of(Unusable.KNOWN_ALREADY);
        }
        return change(contribution);
    }

    Optional<Unusable> revised(CommonsId commonsId, ContributionId id, Optional<String> title) {
        return find(commonsId, id)
                .map(work -> title.isEmpty()
                        ? Optional.<Unusable>empty()
                        : change(work.titled(title.get())))
                .orElse(Optional.of(Unusable.UNKNOWN_CONTRIBUTION));
    }

    /** Of withdrawn work nobody becomes an author any more. */
    Optional<Unusable> reapportioned(
            CommonsId commonsId, ContributionId id, Set<ContributorId> authors) {
        return find(commonsId, id)
                .map(work -> work.isWithdrawn()
                        ? Optional.<Unusable>empty()
                        : change(work.authoredBy(authors)))
                .orElse(Optional.of(Unusable.UNKNOWN_CONTRIBUTION));
    }

    Optional<Unusable> withdrawn(CommonsId commonsId, ContributionId id) {
        return find(commonsId, id)
                .map(contribution -> change(contribution.withdrawn()))
                .orElse(Optional.of(Unusable.UNKNOWN_CONTRIBUTION));
    }

    Optional<Unusable> invited(CommonsId commonsId, ContributorId rater) {
        if (!charters.isFounded(commonsId)) {
            return Optional.of(Unusable.UNKNOWN_COMMONS);
        }
        newMembers.add(new Membership(commonsId, rater));
        return Optional.empty();
    }

    Optional<Unusable> rated(RatingKey key, Opinion opinion, Optional<Integer> version) {
        Optional<Contribution> contribution = find(key.commonsId(), key.contributionId());
        if (contribution.isEmpty()) {
            return Optional.of(Unusable.UNKNOWN_CONTRIBUTION);
        }
        Optional<Charter> charter = charters.find(key.commonsId(), version.orElse(null));
        if (charter.isEmpty()) {
            return Optional.of(Unusable.UNKNOWN_CHARTER_VERSION);
        }
        if (charter.get().refusalOf(opinion.scores()).isPresent()) {
            return Optional.of(Unusable.SCORES_OUT_OF_CHARTER);
        }
        ratings.rate(key, opinion, charter.get(), contribution.get());
        return Optional.empty();
    }

    Optional<Unusable> retracted(RatingKey key) {
        if (find(key.commonsId(), key.contributionId()).isEmpty()) {
            return Optional.of(Unusable.UNKNOWN_CONTRIBUTION);
        }
        return ratings.forget(key) ? Optional.empty() : Optional.of(Unusable.NOT_RATED);
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
