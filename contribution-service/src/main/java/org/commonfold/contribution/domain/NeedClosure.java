package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongPredicate;

/** The rules of closing a need with the work that met it. Pure: no clock, no repository. */
public final class NeedClosure {

    /**
     * Who asks to close which need of which commons.
     *
     * @param expected whether a change count is the one they have read
     */
    public record Request(Need need, Commons commons, Person who, LongPredicate expected) {

        private boolean mayJudge() {
            return need.isOpenedBy(who.id()) || commons.isStewardedBy(who);
        }

        private boolean isTheirs() {
            return mayJudge() || need.isTakenUpBy(who.id());
        }
    }

    /**
     * Closes a need: who opened it, or a steward, with any work; who took it up with their own.
     *
     * @param id the work that is said to have met it
     * @param work that work, if there is such a one
     */
    public Decision<NeedEvent.Closed> decide(
            Request request, ContributionId id, Optional<Contribution> work, Instant now) {
        Need need = request.need();
        if (!request.isTheirs()) {
            return Decision.reject(Rejection.NOT_CONCERNED);
        }
        if (need.isClosed()) {
            // The same request again, after a lost response: nothing new to record.
            return need.fulfilment().contributionId().equals(id)
                    ? Decision.nothingNew()
                    : Decision.reject(Rejection.NEED_CLOSED);
        }
        if (!request.expected().test(need.changeCount())) {
            return Decision.reject(Rejection.STALE_VERSION);
        }
        return refusalOf(work, request)
                .<Decision<NeedEvent.Closed>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new NeedEvent.Closed(
                        need.id(), need.commonsId(), new NeedFulfilment(id, now))));
    }

    private static Optional<Rejection> refusalOf(Optional<Contribution> work, Request request) {
        if (work.isEmpty()) {
            return Optional.of(Rejection.FULFILMENT_UNKNOWN);
        }
        if (!work.get().commonsId().equals(request.need().commonsId())) {
            return Optional.of(Rejection.FULFILMENT_IN_ANOTHER_COMMONS);
        }
        if (work.get().isWithdrawn()) {
            return Optional.of(Rejection.FULFILMENT_WITHDRAWN);
        }
        return request.mayJudge() || work.get().isAuthoredBy(request.who().id())
                ? Optional.empty()
                : Optional.of(Rejection.FULFILMENT_NOT_THEIRS);
    }
}
