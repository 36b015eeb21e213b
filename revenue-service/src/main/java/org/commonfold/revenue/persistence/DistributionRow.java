package org.commonfold.revenue.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

@Entity
@Immutable
@Table(name = "distribution")
class DistributionRow {

    @Id
    @Column(name = "revenue_id")
    UUID revenueId;

    BigDecimal amount;

    BigDecimal treasury;

    String currency;

    @Column(name = "contributor_count")
    int contributorCount;

    @Column(name = "contribution_count")
    int contributionCount;

    @Column(name = "distributed_at")
    Instant distributedAt;
}
