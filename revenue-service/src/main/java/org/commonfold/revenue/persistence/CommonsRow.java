package org.commonfold.revenue.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.util.UUID;

@Entity
@Immutable
@Table(name = "commons")
class CommonsRow {

    @Id
    @Column(name = "commons_id")
    UUID commonsId;

    /** For Hibernate. */
    CommonsRow() {}

    CommonsRow(UUID commonsId) {
        this.commonsId = commonsId;
    }
}
