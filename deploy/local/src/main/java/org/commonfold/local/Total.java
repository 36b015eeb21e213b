package org.commonfold.local;

/** One currency's totals, in micros, and whether the two services agree about them. */
final class Total {

    private long declared;
    private long received;
    private long voided;
    private long distributed;
    private long released;
    private long roundedRevenues;
    private long owners;
    private boolean anyVoided;

    /** Of a voided revenue stays what was released; the rest was taken back. */
    void add(long amount, long arrived, boolean isVoided) {
        declared += amount;
        received += arrived;
        if (isVoided) {
            voided += amount - arrived;
            anyVoided = true;
        }
        if (arrived > 0 && arrived < amount) {
            roundedRevenues++;
        }
    }

    void addBalance(long accrued, long available) {
        distributed += accrued + available;
        released += available;
        owners++;
    }

    /**
     * Released is received, less what the roundings of revenues received in part hold back: each of
     * their credits less than a micro, and all of them together a whole number of micros. One of
     * them has at most as many credits as there are owners of a balance; so its roundings hold back
     * at most one micro fewer than that. Nothing is held back of a revenue received in full.
     */
    private boolean isReleased() {
        long heldBack = received - released;
        return heldBack >= 0 && heldBack <= heldBackMax();
    }

    private long heldBackMax() {
        return roundedRevenues * Math.max(0, owners - 1);
    }

    /** Distributed is declared, to the micro; unless something was voided when partly received. */
    private boolean isDistributed() {
        long difference = declared - voided - distributed;
        return anyVoided ? difference >= 0 && difference <= heldBackMax() : difference == 0;
    }

    boolean agree() {
        return isDistributed() && isReleased();
    }

    String text() {
        String lessVoided = anyVoided ? " less voided " + Micros.text(voided) : "";
        return "declared %s%s, distributed %s; received %s, released %s (roundings hold back %s of"
                        .formatted(
                                Micros.text(declared),
                                lessVoided,
                                Micros.text(distributed),
                                Micros.text(received),
                                Micros.text(released),
                                Micros.text(received - released))
                + " at most %s): %s"
                        .formatted(
                                Micros.text(heldBackMax()),
                                agree() ? "they agree" : "THEY DO NOT AGREE");
    }
}
