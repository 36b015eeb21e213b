package org.commonfold.rating.domain;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What someone knows about, by what they did in a commons.
 *
 * @param published kinds of which they have published
 * @param praised kinds of which they have found a work better than ordinary
 */
public record Field(Set<String> published, Set<String> praised) {

    public Field {
        published = Set.copyOf(published);
        praised = Set.copyOf(praised);
    }

    public Set<String> kinds() {
        Set<String> kinds = new HashSet<>(published);
        kinds.addAll(praised);
        return kinds;
    }

    /** Why a kind is in it, if it is. */
    Optional<Reason> reasonFor(String kind) {
        if (kind == null || !kinds().contains(kind)) {
            return Optional.empty();
        }
        return Optional.of(Reason.inYourField(kind, published.contains(kind)));
    }
}
