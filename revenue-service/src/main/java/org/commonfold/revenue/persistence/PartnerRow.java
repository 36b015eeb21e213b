package org.commonfold.revenue.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "partner")
class PartnerRow {

    @Id
    @Column(name = "partner_id")
    UUID partnerId;

    String name;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Column(name = "publishes_revenue")
    boolean publishesRevenue;

    long version;
}
