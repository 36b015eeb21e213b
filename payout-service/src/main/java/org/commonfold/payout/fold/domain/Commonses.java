package org.commonfold.payout.fold.domain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All commons of a part of the log, each folded on its own; only the ids of their revenues are
 * known to all of them. One thread may fold one of them while another folds the others, if the ids
 * of its revenues are {@link #expect expected} in the order of the log.
 */
public final class Commonses {

    private final Map<CommonsId, CommonsFold> byId = new ConcurrentHashMap<>();
    private final Revenues revenues = new Revenues();
    private final boolean keepsWorking;

    private Commonses(boolean keepsWorking) {
        this.keepsWorking = keepsWorking;
    }

    /** A fold that keeps of each rating what it was fixed to, and not from what. */
    public Commonses() {
        this(false);
    }

    /** A fold that can explain: it needs several times the memory for each rating. */
    public static Commonses keepingWorking() {
        return new Commonses(true);
    }

    /** The state of a commons; empty when it was never founded. */
    public Optional<CommonsFold> find(CommonsId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Goes on from where a commons stood when it was told; folding on is as if all before had been
     * folded here.
     *
     * @throws IllegalArgumentException when not all of it was told
     */
    public void restore(Restoration restoration) {
        byId.put(restoration.id(), new CommonsFold(restoration, revenues));
    }

    /** Folds one event. Rejected, it changes nothing. */
    public Verdict fold(CommonsEvent event) {
        CommonsFold commons = byId.get(event.commonsId());
        if (commons != null) {
            return event.foldInto(commons);
        }
        if (event instanceof CommonsEvent.CommonsFounded founded) {
            return found(founded);
        }
        return Verdict.rejected(Rejection.UNKNOWN_COMMONS);
    }

    /** How many works or credits folding it goes through, about. */
    public int extent(CommonsEvent event) {
        CommonsFold commons = byId.get(event.commonsId());
        return commons == null ? 0 : event.extent(commons);
    }

    /**
     * It is going to be folded, after events of other commons that stand behind it in the log: the
     * id of a revenue is taken from now on, unless its declaration will be rejected.
     */
    public void expect(CommonsEvent event) {
        if (event instanceof CommonsEvent.RevenueDeclared declared
                && byId.containsKey(declared.commonsId())
                && Shares.checkUsage(declared.usage()).isEmpty()) {
            revenues.expect(declared.commonsId(), declared.revenueId());
        }
    }

    private Verdict found(CommonsEvent.CommonsFounded founded) {
        if (!founded.charter().isWithinRanges()) {
            return Verdict.rejected(Rejection.CHARTER_OUT_OF_RANGE);
        }
        byId.put(
                founded.commonsId(),
                new CommonsFold(founded.commonsId(), founded.charter(), revenues, keepsWorking));
        return Verdict.accepted();
    }
}
