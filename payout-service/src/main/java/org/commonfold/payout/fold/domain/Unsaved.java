package org.commonfold.payout.fold.domain;

import java.util.AbstractList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What of a commons has changed since it was last told. Each portion tells that, and in turn as
 * much of the rest: after some portions all of it has been told again, and what was told before is
 * needed no more. So a portion of a very large commons costs what changed, not what there is.
 */
final class Unsaved {

    private static final int WORKS_MIN = 64;
    private static final int CREDITS_MIN = 1_000;

    private final Set<Contribution> works = new LinkedHashSet<>();
    private final Set<Revenue> revenues = new LinkedHashSet<>();
    /** Up to where the rest has been told. */
    private int nextWork;

    private int nextRevenue;

    /** Nothing has been told so far: to tell what changed is to tell all. */
    private boolean wasNeverTold = true;

    void changed(Contribution work) {
        works.add(work);
    }

    void changed(Revenue revenue) {
        revenues.add(revenue);
    }

    /** All of it has been told elsewhere. */
    void clear() {
        works.clear();
        revenues.clear();
        wasNeverTold = false;
    }

    /**
     * The next portion; what it tells is unsaved no more. It is to be read before anything changes
     * again.
     */
    Portion next(CommonsFold commons, List<Contribution> allWorks, List<Revenue> allRevenues) {
        Set<Contribution> toldWorks = new LinkedHashSet<>(works);
        Set<Revenue> toldRevenues = new LinkedHashSet<>(revenues);
        if (wasNeverTold) {
            nextWork = allWorks.size();
            nextRevenue = allRevenues.size();
        } else {
            addRest(toldWorks, allWorks);
            addRest(toldRevenues, allRevenues, credits(revenues));
        }
        boolean completes = nextWork == allWorks.size() && nextRevenue == allRevenues.size();
        if (completes) {
            nextWork = 0;
            nextRevenue = 0;
        }
        clear();
        CommonsState state = new CommonsState(
                commons.id(),
                commons.charters(),
                new CommonsState.Counts(allWorks.size(), allRevenues.size()),
                told(toldWorks, Contribution::state),
                told(toldRevenues, Revenue::state));
        return new Portion(state, completes);
    }

    /** Told one by one, when it is read: all at once would take several times what they are. */
    private static <T, S> List<S> told(Set<T> changed, Function<T, S> state) {
        List<T> order = List.copyOf(changed);
        return new AbstractList<>() {
            @Override
            public S get(int place) {
                return state.apply(order.get(place));
            }

            @Override
            public int size() {
                return order.size();
            }
        };
    }

    private void addRest(Set<Contribution> told, List<Contribution> all) {
        int until = (int) Math.min(all.size(), (long) nextWork + Math.max(WORKS_MIN, told.size()));
        told.addAll(all.subList(nextWork, until));
        nextWork = until;
    }

    private void addRest(Set<Revenue> told, List<Revenue> all, long changedCredits) {
        long credits = 0;
        while (nextRevenue < all.size() && credits < Math.max(CREDITS_MIN, changedCredits)) {
            Revenue revenue = all.get(nextRevenue++);
            credits += revenue.creditCount();
            told.add(revenue);
        }
    }

    private static long credits(Set<Revenue> revenues) {
        return revenues.stream().mapToLong(Revenue::creditCount).sum();
    }
}
