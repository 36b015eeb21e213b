package org.commonfold.contribution.domain;

import java.util.UUID;

/** One need. */
public record NeedId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
