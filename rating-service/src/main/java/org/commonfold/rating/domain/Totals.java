package org.commonfold.rating.domain;

/**
 * What someone gave to the works of others and received for theirs in a commons, in points.
 */
public record Totals(long given, long received) {

    static final Totals NONE = new Totals(0, 0);
}
