package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Praise;
import org.commonfold.rating.domain.Totals;

import java.util.List;
import java.util.Map;

/** Who has given what to whom, by the current ratings. */
public interface Praises {

    /** The largest first, at most {@code countMax}. */
    Uni<List<Praise>> in(CommonsId id, int countMax);

    /** Of everybody in a commons. */
    Uni<Map<ContributorId, Totals>> totals(CommonsId id);
}
