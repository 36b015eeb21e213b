package org.commonfold.rating.domain;

import java.util.Optional;
import java.util.Set;

/** Which version of a rating a change was meant for, so that no change is lost unseen. */
@FunctionalInterface
public interface ExpectedVersion {

    /** Whether the change may be made to the rating there is now, if there is one. */
    boolean matches(Optional<Rating> current);

    static ExpectedVersion unstated() {
        return current -> true;
    }

    static ExpectedVersion anyExisting() {
        return Optional::isPresent;
    }

    static ExpectedVersion oneOf(Set<Integer> versions) {
        return current ->
                current.map(Rating::version).filter(versions::contains).isPresent();
    }
}
