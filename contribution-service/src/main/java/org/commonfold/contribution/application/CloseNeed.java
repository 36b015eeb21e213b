package org.commonfold.contribution.application;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_NEED;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Need;
import org.commonfold.contribution.domain.NeedClosure;
import org.commonfold.contribution.domain.NeedEvent;
import org.commonfold.contribution.domain.NeedId;
import org.commonfold.contribution.domain.Person;

import java.time.Clock;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Closes a need with the contribution that met it. */
@ApplicationScoped
public class CloseNeed {

    private final NeedClosure closure = new NeedClosure();
    private final Commonses commonses;
    private final Contributions contributions;
    private final Needs needs;
    private final CommonsLog log;
    private final Clock clock;

    CloseNeed(
            Commonses commonses,
            Contributions contributions,
            Needs needs,
            CommonsLog log,
            Clock clock) {
        this.commonses = commonses;
        this.contributions = contributions;
        this.needs = needs;
        this.log = log;
        this.clock = clock;
    }

    /** See {@link NeedClosure#decide}. */
    public Uni<Decision<Need>> close(
            NeedId id, ContributionId work, Person who, LongPredicate expected) {
        return needs.lock(id)
                .chain(found -> found.isPresent()
                        ? request(found.get(), who, expected).chain(request -> close(request, work))
                        : Uni.createFrom().item(Decision.reject(UNKNOWN_NEED)));
    }

    private Uni<NeedClosure.Request> request(Need need, Person who, LongPredicate expected) {
        return commonses
                .find(need.commonsId())
                .map(Optional::orElseThrow)
                .map(commons -> new NeedClosure.Request(need, commons, who, expected));
    }

    private Uni<Decision<Need>> close(NeedClosure.Request request, ContributionId id) {
        Need before = request.need();
        return contributions
                .find(id)
                .map(work -> closure.decide(request, id, work, clock.instant()))
                .chain(decision ->
                        Recording.of(decision, before, closed -> record(before, closed)));
    }

    private Uni<Need> record(Need before, NeedEvent.Closed closed) {
        Need after = closed.applyTo(before);
        return needs.update(after)
                .chain(() -> log.record(closed, before.changeCount()))
                .replaceWith(after);
    }
}
