package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.LogEvent;

import java.util.Set;

/** The contributions that the log has told of. */
public interface Contributions {

    /** In the surrounding transaction. Those known already stay as they are. */
    Uni<Void> add(Set<LogEvent.Published> published);
}
