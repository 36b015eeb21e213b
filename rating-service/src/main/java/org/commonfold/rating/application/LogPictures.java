package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.LogPicture;

import java.util.Set;

/** Where it is kept what the log has told. */
public interface LogPictures {

    /** The part of the picture that these are in. */
    Uni<LogPicture> load(Set<CommonsId> commonsIds, Set<ContributionId> contributionIds);

    /** Writes what is new in it, in the surrounding transaction. */
    Uni<Void> save(LogPicture picture);
}
