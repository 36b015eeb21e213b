package org.commonfold.revenue.domain;

import java.util.UUID;

/** One of a partner's signing secrets. */
public record SigningSecretId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
