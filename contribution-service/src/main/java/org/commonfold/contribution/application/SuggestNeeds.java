package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Suggesting;
import org.commonfold.contribution.domain.Suggestion;

import java.util.List;

/** Tells a contributor which needs suit them, and why. */
@ApplicationScoped
public class SuggestNeeds {

    private final Suggesting suggesting = new Suggesting();
    private final Experience experience;

    SuggestNeeds(Experience experience) {
        this.experience = experience;
    }

    /** The best first, at most {@code countMax}. */
    public Uni<List<Suggestion>> suggest(ContributorId who, int countMax) {
        return experience
                .of(who)
                .chain(background -> experience
                        .needsFor(background)
                        .map(needs -> suggesting.rank(background, needs, countMax)));
    }
}
