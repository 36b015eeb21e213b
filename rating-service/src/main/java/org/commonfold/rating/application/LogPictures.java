package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.LogPicture;
import org.commonfold.rating.domain.Mentioned;

/** Where it is kept what the log has told. */
public interface LogPictures {

    /** The part of the picture that is needed to take in what mentions these. */
    Uni<LogPicture> load(Mentioned mentioned);

    /** Writes what is new in it, in the surrounding transaction. */
    Uni<Void> save(LogPicture picture);
}
