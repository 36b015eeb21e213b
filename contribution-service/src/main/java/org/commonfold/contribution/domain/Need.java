package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An open task. Anyone takes it up; nobody assigns.
 *
 * @param openedBy who opened it, or null once they had themselves forgotten
 * @param takers who works on it, the first first; nobody twice
 * @param fulfilment how it was closed, or null
 * @param changeCount how many changes it has had, its opening among them
 */
public record Need(
        NeedId id,
        CommonsId commonsId,
        NeedTask task,
        ContributorId openedBy,
        Instant openedAt,
        List<Taker> takers,
        NeedFulfilment fulfilment,
        long changeCount) {

    public Need {
        takers = List.copyOf(takers);
    }

    /** A need as it is about to be opened. */
    public static Need proposal(
            NeedId id, CommonsId commonsId, NeedTask task, ContributorId who, Instant now) {
        return new Need(id, commonsId, task, who, now, List.of(), null, 1);
    }

    public NeedState state() {
        if (fulfilment != null) {
            return NeedState.CLOSED;
        }
        return takers.isEmpty() ? NeedState.OPEN : NeedState.TAKEN_UP;
    }

    public boolean isClosed() {
        return fulfilment != null;
    }

    public boolean isOpenedBy(ContributorId who) {
        return who.equals(openedBy);
    }

    public boolean isTakenUpBy(ContributorId who) {
        return takers.stream().anyMatch(taker -> taker.contributorId().equals(who));
    }

    Need takenUp(ContributorId who, Instant at) {
        List<Taker> more = new ArrayList<>(takers);
        more.add(new Taker(who, at));
        return with(more, fulfilment);
    }

    Need leftBy(ContributorId who) {
        List<Taker> others = takers.stream()
                .filter(taker -> !taker.contributorId().equals(who))
                .toList();
        return with(others, fulfilment);
    }

    Need closed(NeedFulfilment by) {
        return with(takers, by);
    }

    private Need with(List<Taker> newTakers, NeedFulfilment newFulfilment) {
        return new Need(
                id, commonsId, task, openedBy, openedAt, newTakers, newFulfilment, changeCount + 1);
    }
}
