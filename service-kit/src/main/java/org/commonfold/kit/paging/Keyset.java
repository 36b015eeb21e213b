package org.commonfold.kit.paging;

import java.util.UUID;

/** Lists are read behind an id, in the order of ids. */
public final class Keyset {

    /** Before every id there is. */
    public static final UUID FIRST = new UUID(0, 0);

    private Keyset() {}
}
