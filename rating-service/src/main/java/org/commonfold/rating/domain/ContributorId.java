package org.commonfold.rating.domain;

/** A person, by an opaque id. */
public record ContributorId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
