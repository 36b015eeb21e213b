package org.commonfold.contribution.application;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_COMMONS;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.Amendment;
import org.commonfold.contribution.domain.Charter;
import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.CommonsEvent;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Person;

import java.time.Clock;
import java.util.function.LongPredicate;

/** Amends the charter of a commons: it applies from its place in the log on. */
@ApplicationScoped
public class AmendCharter {

    private final Amendment amendment = new Amendment();
    private final Commonses commonses;
    private final CommonsLog log;
    private final Clock clock;

    AmendCharter(Commonses commonses, CommonsLog log, Clock clock) {
        this.commonses = commonses;
        this.log = log;
        this.clock = clock;
    }

    /** See {@link Amendment#decide}. */
    public Uni<Decision<Commons>> amend(
            CommonsId id, Charter charter, Person who, LongPredicate expected) {
        return commonses
                .lock(id)
                .chain(found -> found.isPresent()
                        ? amend(found.get(), charter, who, expected)
                        : Uni.createFrom().item(Decision.reject(UNKNOWN_COMMONS)));
    }

    private Uni<Decision<Commons>> amend(
            Commons commons, Charter charter, Person who, LongPredicate expected) {
        var decision = amendment.decide(commons, charter, who, expected, clock.instant());
        return Recording.of(decision, commons, this::record);
    }

    private Uni<Commons> record(CommonsEvent.Amended amended) {
        return commonses
                .amend(amended)
                .chain(() -> log.record(amended))
                .replaceWith(amended.commons());
    }
}
