package org.commonfold.revenue.delivery.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.SQLRestriction;

import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "endpoint")
@SQLRestriction("removed_at is null")
class EndpointRow {

    @Id
    @Column(name = "endpoint_id")
    UUID endpointId;

    @Column(name = "partner_id")
    UUID partnerId;

    String url;

    String description;

    @Column(name = "event_types")
    String[] eventTypes;

    @Column(name = "commons_ids")
    UUID[] commonsIds;

    @Column(name = "signs_v1a")
    boolean signsV1a;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "failing_since")
    Instant failingSince;

    @Column(name = "not_before")
    Instant notBefore;

    @Column(name = "is_quick")
    boolean isQuick;

    @Column(name = "disabled_at")
    Instant disabledAt;

    @Column(name = "disabled_reason")
    String disabledReason;

    long version;
}
