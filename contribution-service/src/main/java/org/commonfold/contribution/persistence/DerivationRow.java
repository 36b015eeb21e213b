package org.commonfold.contribution.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import java.util.UUID;

/** Only read through Hibernate. */
@Entity
@Table(name = "derivation")
@IdClass(DerivationRow.Key.class)
class DerivationRow {

    record Key(UUID contributionId, UUID upstreamId) {}

    @Id
    @Column(name = "contribution_id")
    UUID contributionId;

    @Id
    @Column(name = "upstream_id")
    UUID upstreamId;

    @Column(name = "basis_points")
    int basisPoints;
}
