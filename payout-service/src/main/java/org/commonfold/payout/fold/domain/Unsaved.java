package org.commonfold.payout.fold.domain;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What of a commons has changed since it was last told. Each portion tells that, and in turn as
 * much of the rest: after some portions all of it has been told again, and what was told before is
 * needed no more. So a portion of a very large commons costs what changed, and a bit for each work
 * there is. Of a work that was only rated, no more is told than the ratings.
 */
final class Unsaved {

    /** So much more is told of the rest than has changed: else a turn might never end. */
    private static final int REST_MORE = 1_000;
    /**
     * What is told is measured in ratings. A credit takes as much as one, and so does the place of
     * a work; a whole work takes as much as so many, beside its own.
     */
    private static final int RATINGS_A_WORK = 5;

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

    /** All of it has been told elsewhere, and the rest up to here since the turn began. */
    void clear(CommonsState.Turn turn) {
        works.clear();
        revenues.clear();
        nextWork = turn.works();
        nextRevenue = turn.revenues();
        wasNeverTold = false;
    }

    /**
     * The next portion; what it tells is unsaved no more. It is to be read before anything changes
     * again.
     */
    Portion next(CommonsFold commons, List<Contribution> allWorks, List<Revenue> allRevenues) {
        Works told = new Works(allWorks, works);
        BitSet toldRevenues = (BitSet) revenues.clone();
        if (wasNeverTold) {
            nextWork = allWorks.size();
            nextRevenue = allRevenues.size();
        } else {
            long rest = REST_MORE + told.weight + weight(toldRevenues, allRevenues);
            nextWork = told.addRest(nextWork, rest);
            addRest(toldRevenues, allRevenues, rest - told.restWeight);
        }
        boolean completes = nextWork == allWorks.size() && nextRevenue == allRevenues.size();
        CommonsState.Turn turn =
                completes ? CommonsState.Turn.OVER : new CommonsState.Turn(nextWork, nextRevenue);
        clear(turn);
        CommonsState state = new CommonsState(
                commons.id(),
                commons.charters(),
                new CommonsState.Counts(allWorks.size(), allRevenues.size()),
                turn,
                told.whole(),
                told.rated(),
                told(toldRevenues, place -> allRevenues.get(place).state()));
        return new Portion(state);
    }

    /** Those that a portion tells. */
    private static final class Works {

        private final List<Contribution> all;
        private final int[] changed;
        /** Of each that changed, from which rating on; 0 when it is told whole. */
        private final int[] from;

        private final BitSet whole = new BitSet();
        private long weight;
        private long restWeight;

        Works(List<Contribution> all, BitSet changed) {
            this.all = all;
            this.changed = changed.stream().toArray();
            this.from = new int[this.changed.length];
            for (int i = 0; i < from.length; i++) {
                Contribution work = all.get(this.changed[i]);
                from[i] = work.tell();
                whole.set(this.changed[i], from[i] == 0);
                weight += weight(work, from[i]);
            }
        }

        private static long weight(Contribution work, int from) {
            return (from == 0 ? RATINGS_A_WORK : 1) + work.ratings().size() - from;
        }

        /**
         * Some of the rest.
         *
         * @param first the place from which on
         * @param rest how much of it, if there is so much
         * @return up to where
         */
        int addRest(int first, long rest) {
            int next = first;
            while (next < all.size() && restWeight < rest) {
                Contribution work = all.get(next);
                work.tell();
                restWeight += weight(work, 0);
                whole.set(next++);
            }
            return next;
        }

        List<CommonsState.Work> whole() {
            return told(whole, place -> all.get(place).state());
        }

        List<CommonsState.Rated> rated() {
            BitSet rated = new BitSet();
            IntStream.range(0, changed.length)
                    .filter(i -> !whole.get(changed[i]))
                    .forEach(rated::set);
            return told(rated, i -> all.get(changed[i]).rated(from[i]));
        }
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

    private static long weight(BitSet told, List<Revenue> all) {
        return told.stream().mapToLong(place -> all.get(place).creditCount()).sum();
    }

    private void addRest(BitSet told, List<Revenue> all, long rest) {
        long credits = 0;
        while (nextRevenue < all.size() && credits < rest) {
            credits += all.get(nextRevenue).creditCount();
            told.set(nextRevenue++);
        }
    }
}
