package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every past revenue would have paid if a commons had had another charter from its founding
 * on: the same fold a second time, with every amendment followed by the other charter. A rating
 * counts by the other charter when its scores fit that, and by its own version when they do not.
 */
public final class CharterPreview {

    private final CommonsId commonsId;
    private final Charter charter;
    private final Commonses asItWas = new Commonses();
    private final Commonses asItWouldBe = new Commonses();
    private final List<PreviewLine> lines = new ArrayList<>();
    private int ratings;
    private int ratingsThatDoNotFit;
    private int revenues;

    /**
     * @param charter within its ranges
     */
    public CharterPreview(CommonsId commonsId, Charter charter) {
        this.commonsId = commonsId;
        this.charter = charter;
    }

    /** Folds the next event of the commons. What was rejected is rejected here too. */
    public void fold(CommonsEvent event) {
        Verdict was = asItWas.fold(event);
        if (was instanceof Verdict.Accepted accepted) {
            Verdict wouldBe = asItWouldBe.fold(underTheOther(event));
            if (changesTheCharter(event)) {
                asItWouldBe.fold(new CommonsEvent.CharterAmended(commonsId, charter));
            }
            compare(accepted, (Verdict.Accepted) wouldBe);
        }
    }

    private static boolean changesTheCharter(CommonsEvent event) {
        return event instanceof CommonsEvent.CommonsFounded
                || event instanceof CommonsEvent.CharterAmended;
    }

    private CommonsEvent underTheOther(CommonsEvent event) {
        if (!(event instanceof CommonsEvent.PeerRated rated)) {
            return event;
        }
        ratings += 1;
        if (charter.allows(rated.scores())) {
            return rated.by(null);
        }
        ratingsThatDoNotFit += 1;
        CommonsFold commons = asItWas.find(commonsId).orElseThrow();
        long version =
                rated.charterVersion() == null ? commons.charterVersion() : rated.charterVersion();
        // There, every version is followed by the other charter: 1, it, 2, it, 3, …
        return rated.by(2 * version - 1);
    }

    private void compare(Verdict.Accepted was, Verdict.Accepted wouldBe) {
        for (int i = 0; i < was.movements().size(); i++) {
            if (was.movements().get(i) instanceof Movement.RevenueDistributed distributed) {
                revenues += 1;
                compare(distributed, wouldBe.movements().get(i));
            }
        }
    }

    private void compare(Movement was, Movement wouldBe) {
        Map<String, long[]> both = new TreeMap<>();
        credits(was, both, 0);
        credits(wouldBe, both, 1);
        both.forEach((owner, micros) -> lines.add(new PreviewLine(
                was.entry().revenueId(), was.entry().currency(), owner, micros[0], micros[1])));
    }

    private static void credits(Movement movement, Map<String, long[]> both, int column) {
        for (Posting posting : movement.entry().postings()) {
            if (posting.account().isAccrued()) {
                both.computeIfAbsent(posting.account().owner(), none -> new long[2])[column] =
                        -posting.micros();
            }
        }
    }

    /** Whether the commons was founded at all. */
    public boolean isFounded() {
        return asItWas.find(commonsId).isPresent();
    }

    /** By revenue in the order of declaration, then by owner. */
    public List<PreviewLine> lines(Excerpt excerpt) {
        return excerpt.of(lines);
    }

    /** How many lines there are in all: what it holds besides the two states of its commons. */
    public int size() {
        return lines.size();
    }

    public int revenues() {
        return revenues;
    }

    /** Ratings folded, former ones of the same peers too. */
    public int ratings() {
        return ratings;
    }

    /** Those of them whose scores are none that the other charter has points for. */
    public int ratingsThatDoNotFit() {
        return ratingsThatDoNotFit;
    }
}
