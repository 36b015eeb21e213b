package org.commonfold.payout.fold.domain;

/**
 * An account of the ledger.
 *
 * @param owner such as {@code contributor:ada}; of what kind, and its id
 * @param kind what of the owner's; for the bank, the currency
 */
public record Account(String owner, String kind) {

    private static final String CONTRIBUTOR = "contributor:";
    private static final String ACCRUED = "accrued";
    private static final String AVAILABLE = "available";
    private static final String RESERVED = "reserved";
    private static final String PAID = "paid";

    static Account receivable(PartnerId partner) {
        return new Account("partner:" + partner, "receivable");
    }

    static Account accrued(String owner) {
        return new Account(owner, ACCRUED);
    }

    public static Account available(String owner) {
        return new Account(owner, AVAILABLE);
    }

    public static Account reserved(String owner) {
        return new Account(owner, RESERVED);
    }

    public static Account paid(String owner) {
        return new Account(owner, PAID);
    }

    static Account bank(String currency) {
        return new Account("bank", currency);
    }

    public static String ownerOf(ContributorId contributor) {
        return CONTRIBUTOR + contributor;
    }

    /** The other way around; null for a treasury. */
    static ContributorId contributorOf(String owner) {
        return owner.startsWith(CONTRIBUTOR)
                ? new ContributorId(owner.substring(CONTRIBUTOR.length()))
                : null;
    }

    static String treasuryOf(CommonsId commons) {
        return "treasury:" + commons;
    }

    /** {@code contributor:ada:accrued}. */
    public String name() {
        return owner + ":" + kind;
    }

    public boolean isAccrued() {
        return kind.equals(ACCRUED);
    }

    public boolean isAvailable() {
        return kind.equals(AVAILABLE);
    }
}
