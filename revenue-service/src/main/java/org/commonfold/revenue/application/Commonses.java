package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.CommonsId;

import java.util.Collection;
import java.util.Set;

/** The commons that the log has told of. */
public interface Commonses {

    /** Those of them that are known. */
    Uni<Set<CommonsId>> known(Collection<CommonsId> ids);

    /** In the surrounding transaction. Those known already stay as they are. */
    Uni<Void> add(Set<CommonsId> ids);
}
