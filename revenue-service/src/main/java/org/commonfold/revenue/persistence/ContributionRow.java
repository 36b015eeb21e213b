package org.commonfold.revenue.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.util.UUID;

@Entity
@Immutable
@Table(name = "contribution")
@IdClass(ContributionRowId.class)
class ContributionRow {

    @Id
    @Column(name = "commons_id")
    UUID commonsId;

    @Id
    @Column(name = "contribution_id")
    UUID contributionId;

    /** For Hibernate. */
    ContributionRow() {}

    ContributionRow(ContributionRowId id) {
        this.commonsId = id.commonsId();
        this.contributionId = id.contributionId();
    }

    ContributionRowId id() {
        return new ContributionRowId(commonsId, contributionId);
    }
}
