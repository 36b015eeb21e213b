package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.List;

/**
 * A published work. Revised or withdrawn, never edited.
 *
 * @param version 1 when published, one more for each revision
 * @param withdrawnAt when it was withdrawn, or null
 * @param eventCount how many events it has had
 */
public record Contribution(
        ContributionId id,
        CommonsId commonsId,
        Work work,
        int version,
        Instant publishedAt,
        Instant withdrawnAt,
        long eventCount) {

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public boolean isAuthoredBy(ContributorId who) {
        return work.isAuthoredBy(who);
    }

    Contribution revised(int revision, String title, Content content) {
        Work revised = work.revised(title == null ? work.title() : title, content);
        return new Contribution(
                id, commonsId, revised, revision, publishedAt, withdrawnAt, eventCount + 1);
    }

    Contribution reapportioned(List<Author> authors) {
        Work shared = work.sharedBy(authors);
        return new Contribution(
                id, commonsId, shared, version, publishedAt, withdrawnAt, eventCount + 1);
    }

    Contribution withdrawn(Instant at) {
        return new Contribution(id, commonsId, work, version, publishedAt, at, eventCount + 1);
    }
}
