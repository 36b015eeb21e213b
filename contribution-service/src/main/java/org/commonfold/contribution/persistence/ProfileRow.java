package org.commonfold.contribution.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;

import java.time.Instant;

@Entity
@Table(name = "profile")
class ProfileRow {

    @Id
    @Column(name = "contributor_id")
    String contributorId;

    @Column(name = "display_name")
    String displayName;

    String about;

    /** With commas between them, which no skill has. */
    @ColumnTransformer(
            read = "array_to_string(skills, ',')",
            write = "string_to_array(cast(? as text), ',')")
    String skills;

    /** With spaces between them, which no link has. */
    @ColumnTransformer(
            read = "array_to_string(links, ' ')",
            write = "string_to_array(cast(? as text), ' ')")
    String links;

    long version;

    @Column(name = "written_at")
    Instant writtenAt;
}
