package org.commonfold.payout.fold.messaging;

import org.commonfold.payout.fold.application.CommonsSnapshot;
import org.commonfold.payout.fold.application.Snapshots;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.Portion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When to save what of a partition. A commons is due when its oldest change that is not saved has
 * so many records behind it: so many at most are folded again after a restart, and saving is spread
 * over the batches.
 */
final class SnapshotSchedule {

    private final int every;
    /** The offset of the oldest change that is not saved; in order. */
    private final Map<CommonsId, Long> changedSince = new LinkedHashMap<>();
    /** As of which offset the first portion was saved of a turn that is not over. */
    private final Map<CommonsId, Long> turnsBeganAt;

    private final Set<CommonsId> saved;

    /**
     * @param every how many records
     * @param found what is saved already
     */
    SnapshotSchedule(int every, Snapshots.Found found) {
        this.every = every;
        this.saved = new HashSet<>(found.asOf().keySet());
        this.turnsBeganAt = new HashMap<>(found.turnsBeganAt());
    }

    void changed(CommonsId id, long offset) {
        changedSince.putIfAbsent(id, offset);
    }

    /**
     * The portions to save now.
     *
     * @param next the offset before which all is folded
     * @param setAside the commons of which it is not, or null
     */
    List<CommonsSnapshot> due(Commonses commonses, long next, CommonsId setAside) {
        List<CommonsSnapshot> due = new ArrayList<>();
        Iterator<Map.Entry<CommonsId, Long>> oldest = changedSince.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<CommonsId, Long> one = oldest.next();
            if (next - one.getValue() < every) {
                break;
            }
            if (one.getKey().equals(setAside)) {
                continue;
            }
            oldest.remove();
            due.add(snapshot(commonses, one.getKey(), next));
        }
        return due;
    }

    private CommonsSnapshot snapshot(Commonses commonses, CommonsId id, long next) {
        saved.add(id);
        Portion portion = commonses.find(id).orElseThrow().nextPortion();
        long began = turnsBeganAt.computeIfAbsent(id, first -> next);
        if (portion.completes()) {
            turnsBeganAt.remove(id);
            return new CommonsSnapshot(portion.state(), next, began);
        }
        return new CommonsSnapshot(portion.state(), next, 0);
    }

    /**
     * What is saved with the portions that were due.
     *
     * @param next as for {@link #due}
     */
    Snapshots.Progress progress(long next) {
        long oldest =
                changedSince.isEmpty() ? next : changedSince.values().iterator().next();
        return new Snapshots.Progress(oldest, saved.size());
    }
}
