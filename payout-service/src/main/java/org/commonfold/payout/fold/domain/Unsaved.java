package org.commonfold.payout.fold.domain;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What of a commons has changed since it was last told. Each portion tells that, and in turn as
 * much of the rest: after some portions all of it has been told again, and what was told before is
 * needed no more. So a portion of a very large commons costs what changed, and a bit for each work
 * there is.
 */
final class Unsaved {

    private static final int WORKS_MIN = 64;
    private static final int CREDITS_MIN = 1_000;

    /** By place in the order of publication. */
    private final BitSet works = new BitSet();
    /** By place in the order of declaration. */
    private final BitSet revenues = new BitSet();
    /** Up to where the rest has been told. */
    private int nextWork;

    private int nextRevenue;

    /** Nothing has been told so far: to tell what changed is to tell all. */
    private boolean wasNeverTold = true;

    void changed(Contribution work) {
        works.set(work.ordinal());
    }

    void changed(Revenue revenue) {
        revenues.set(revenue.number());
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
        BitSet toldWorks = (BitSet) works.clone();
        BitSet toldRevenues = (BitSet) revenues.clone();
        if (wasNeverTold) {
            nextWork = allWorks.size();
            nextRevenue = allRevenues.size();
        } else {
            addRest(toldWorks, allWorks.size());
            addRest(toldRevenues, allRevenues);
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
                told(toldWorks, place -> allWorks.get(place).state()),
                told(toldRevenues, place -> allRevenues.get(place).state()));
        return new Portion(state, completes);
    }

    /** Told one by one, when it is read: all at once would take several times what they are. */
    private static <S> List<S> told(BitSet places, IntFunction<S> state) {
        int[] order = places.stream().toArray();
        return new AbstractList<>() {
            @Override
            public S get(int index) {
                return state.apply(order[index]);
            }

            @Override
            public int size() {
                return order.length;
            }
        };
    }

    private void addRest(BitSet told, int all) {
        int count = Math.max(WORKS_MIN, told.cardinality());
        int until = (int) Math.min(all, (long) nextWork + count);
        told.set(nextWork, until);
        nextWork = until;
    }

    private void addRest(BitSet told, List<Revenue> all) {
        long changedCredits =
                told.stream().mapToLong(place -> all.get(place).creditCount()).sum();
        long credits = 0;
        while (nextRevenue < all.size() && credits < Math.max(CREDITS_MIN, changedCredits)) {
            credits += all.get(nextRevenue).creditCount();
            told.set(nextRevenue++);
        }
    }
}
