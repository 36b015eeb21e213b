package org.commonfold.contribution.application;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_COMMONS;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Need;
import org.commonfold.contribution.domain.NeedEvent;
import org.commonfold.contribution.domain.NeedId;
import org.commonfold.contribution.domain.NeedTask;
import org.commonfold.kit.identity.Ids;

import java.time.Clock;

/** Opens a need in a commons: anyone who contributes may. */
@ApplicationScoped
public class OpenNeed {

    private final Commonses commonses;
    private final Needs needs;
    private final CommonsLog log;
    private final Ids ids;
    private final Clock clock;

    OpenNeed(Commonses commonses, Needs needs, CommonsLog log, Ids ids, Clock clock) {
        this.commonses = commonses;
        this.needs = needs;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Decision<Need>> open(CommonsId commonsId, NeedTask task, ContributorId who) {
        return commonses
                .find(commonsId)
                .chain(commons -> commons.isPresent()
                        ? record(commonsId, task, who).map(Decision::accept)
                        : Uni.createFrom().item(Decision.reject(UNKNOWN_COMMONS)));
    }

    private Uni<Need> record(CommonsId commonsId, NeedTask task, ContributorId who) {
        NeedId id = new NeedId(ids.next());
        Need need = Need.proposal(id, commonsId, task, who, clock.instant());
        return needs.add(need)
                .chain(() -> log.record(new NeedEvent.Opened(need), 0))
                .replaceWith(need);
    }
}
