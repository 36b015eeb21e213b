package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Profile;

import java.time.Instant;
import java.util.Optional;

/** What people say about themselves. */
public interface Profiles {

    Uni<Optional<Profile>> find(ContributorId who);

    /**
     * Finds it and lets no one else write, change or erase it before the surrounding transaction
     * ends, even if there is none yet.
     */
    Uni<Optional<Profile>> lock(ContributorId who);

    /** In the surrounding transaction. */
    Uni<Void> write(Profile profile);

    /**
     * Erases all that is personal, wherever this service keeps it: the profile, who opened a need
     * and its description, and stored first answers. Authorship and the log hold only the opaque
     * id and keep it. Records the erasure, unless it is one more and there was nothing left. In the
     * surrounding transaction, which has it locked.
     */
    Uni<Void> erase(ContributorId who, Instant at);
}
