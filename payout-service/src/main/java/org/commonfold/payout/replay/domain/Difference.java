package org.commonfold.payout.replay.domain;

/**
 * Something that the log and the ledger say differently.
 *
 * @param what of what kind, such as {@code entry}
 * @param where which one
 * @param expected as the log has it
 * @param found as the ledger has it
 */
public record Difference(String what, String where, String expected, String found) {}
