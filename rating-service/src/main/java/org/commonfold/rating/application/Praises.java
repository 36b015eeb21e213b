package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.Praise;

import java.util.List;

/** Who has given what to whom, by the current ratings. */
public interface Praises {

    /** The largest first, at most {@code countMax}. */
    Uni<List<Praise>> in(CommonsId id, int countMax);
}
