package org.commonfold.kit.identity;

/** The roles a token may carry in {@code groups}. */
public final class Roles {

    public static final String CONTRIBUTOR = "contributor";
    public static final String STEWARD = "steward";
    public static final String TREASURER = "treasurer";
    public static final String OPERATOR = "operator";
    public static final String PARTNER = "partner";

    private Roles() {}
}
