package org.commonfold.contribution.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.CommonsId;

import java.util.List;
import java.util.OptionalLong;

/** The events of this service that were read back from the log: in its order, with its places. */
public interface PublicEvents {

    /** In the surrounding transaction. */
    Uni<Void> add(List<PublicEvent> events);

    /** Those of a commons beyond an offset, in order, at most {@code countMax}. */
    Uni<List<PublicEvent>> after(CommonsId commonsId, long offset, int countMax);

    /** The offset of the last one of a commons, if there is one. */
    Uni<OptionalLong> lastOffset(CommonsId commonsId);

    /** An item whenever a commons may have new ones, until the service stops. */
    Multi<CommonsId> news(CommonsId commonsId);
}
