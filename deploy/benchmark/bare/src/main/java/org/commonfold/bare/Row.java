package org.commonfold.bare;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import java.time.Instant;
import java.util.UUID;

/** One row of a table that has no other index than its key's. */
@Entity
class Row {

    @Id
    UUID id;

    String title;
    String contentDigest;
    Instant recordedAt;
}
