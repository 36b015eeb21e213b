package org.commonfold.payout.fold.application;

import org.commonfold.payout.fold.domain.CommonsState;

/**
 * A portion of what a commons was at a place in the log.
 *
 * @param asOf all before this offset is folded
 * @param neededFrom portions as of an earlier offset are needed no more
 */
public record CommonsSnapshot(CommonsState state, long asOf, long neededFrom) {}
