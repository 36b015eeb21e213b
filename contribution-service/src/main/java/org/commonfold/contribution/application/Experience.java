package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.Background;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Need;

import java.util.List;

/** What is known of people's competence and affinity, and the needs that may suit them. */
public interface Experience {

    /** Of someone's works, the newest of these are looked at. */
    int WORKS_MAX = 500;

    /** Of each aspect of a background, those most often met, so many; ties by name. */
    int ASPECT_MAX = 50;

    /** For each aspect, so many needs: those with most points for skills, else the oldest. */
    int NEEDS_MAX = 200;

    /**
     * What someone has said and shown. A work is well rated when at least the quorum of its commons
     * has rated it, not counting its authors, and more than half of those ratings are favourable
     * ({@link org.commonfold.contribution.domain.Charter#isFavourable}).
     */
    Uni<Background> of(ContributorId who);

    /** Needs not closed that match any aspect, and that someone neither opened nor took up. */
    Uni<List<Need>> needsFor(Background background);
}
