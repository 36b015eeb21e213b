package org.commonfold.contribution.application;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_NEED;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Need;
import org.commonfold.contribution.domain.NeedEvent;
import org.commonfold.contribution.domain.NeedId;
import org.commonfold.contribution.domain.TakingUp;

import java.time.Clock;

/** Takes up a need: by whoever wants to, and by several if they do. */
@ApplicationScoped
public class TakeUpNeed {

    private final TakingUp takingUp = new TakingUp();
    private final Needs needs;
    private final CommonsLog log;
    private final Clock clock;

    TakeUpNeed(Needs needs, CommonsLog log, Clock clock) {
        this.needs = needs;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Decision<Need>> takeUp(NeedId id, ContributorId who) {
        return needs.lock(id).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Decision.reject(UNKNOWN_NEED));
            }
            Need before = found.get();
            var decision = takingUp.takeUp(before, who, clock.instant());
            return Recording.of(decision, before, takenUp -> record(before, takenUp));
        });
    }

    private Uni<Need> record(Need before, NeedEvent.TakenUp takenUp) {
        Need after = takenUp.applyTo(before);
        return needs.update(after)
                .chain(() -> log.record(takenUp, before.changeCount()))
                .replaceWith(after);
    }
}
