package org.commonfold.kit.identity;

import java.util.UUID;

/** Where new ids come from. */
@FunctionalInterface
public interface Ids {

    /** A UUID version 7 (RFC 9562): unique, and later ones sort after earlier ones. */
    UUID next();
}
