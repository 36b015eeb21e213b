package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.Charter;
import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Founding;
import org.commonfold.kit.identity.Ids;

import java.time.Clock;

/** Founds a commons with its charter. */
@ApplicationScoped
public class FoundCommons {

    private final Founding founding = new Founding();
    private final Commonses commonses;
    private final CommonsLog log;
    private final Ids ids;
    private final Clock clock;

    FoundCommons(Commonses commonses, CommonsLog log, Ids ids, Clock clock) {
        this.commonses = commonses;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Decision<Commons>> found(String name, Charter charter, ContributorId founder) {
        CommonsId id = new CommonsId(ids.next());
        return founding.decide(id, name, charter, founder, clock.instant())
                .fold(
                        founded -> commonses
                                .add(founded)
                                .chain(() -> log.record(founded))
                                .replaceWith(Decision.accept(founded.commons())),
                        () -> Uni.createFrom().item(Decision.nothingNew()),
                        reason -> Uni.createFrom().item(Decision.reject(reason)));
    }
}
