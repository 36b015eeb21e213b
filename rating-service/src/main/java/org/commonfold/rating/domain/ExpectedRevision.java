package org.commonfold.rating.domain;

import java.util.Optional;
import java.util.Set;

/** Which revision of a rating a change was meant for, so that no change is lost unseen. */
@FunctionalInterface
public interface ExpectedRevision {

    /** Whether the change may be made to the rating there is now, if there is one. */
    boolean matches(Optional<Rating> current);

    static ExpectedRevision unstated() {
        return current -> true;
    }

    static ExpectedRevision anyExisting() {
        return Optional::isPresent;
    }

    static ExpectedRevision oneOf(Set<Integer> revisions) {
        return current ->
                current.map(Rating::revision).filter(revisions::contains).isPresent();
    }
}
