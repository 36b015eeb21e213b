package org.commonfold.rating.domain;

import java.util.UUID;

/** One shared venture. */
public record CommonsId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
