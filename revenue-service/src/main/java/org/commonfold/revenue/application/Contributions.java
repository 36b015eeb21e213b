package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.ContributionId;
import org.commonfold.revenue.domain.LogEvent;

import java.util.Collection;
import java.util.Set;

/** The contributions that the log has told of. */
public interface Contributions {

    /** Those of them that were published in this commons. */
    Uni<Set<ContributionId>> published(CommonsId commonsId, Collection<ContributionId> ids);

    /** In the surrounding transaction. Those known already stay as they are. */
    Uni<Void> add(Set<LogEvent.Published> published);
}
