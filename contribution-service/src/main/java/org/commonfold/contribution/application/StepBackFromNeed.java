package org.commonfold.contribution.application;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_NEED;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Need;
import org.commonfold.contribution.domain.NeedId;
import org.commonfold.contribution.domain.TakingUp;

/** Leaves a need to others again. */
@ApplicationScoped
public class StepBackFromNeed {

    private final TakingUp takingUp = new TakingUp();
    private final Needs needs;

    StepBackFromNeed(Needs needs) {
        this.needs = needs;
    }

    public Uni<Decision<Need>> stepBack(NeedId id, ContributorId who) {
        return needs.lock(id).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Decision.reject(UNKNOWN_NEED));
            }
            Need before = found.get();
            return Recording.of(
                    takingUp.stepBack(before, who),
                    before,
                    after -> needs.update(after).replaceWith(after));
        });
    }
}
