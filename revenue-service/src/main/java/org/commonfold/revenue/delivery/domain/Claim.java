package org.commonfold.revenue.delivery.domain;

import java.time.Instant;

/**
 * Who sends a message now has claimed it.
 *
 * @param step how many attempts were made since its schedule began
 * @param attempts how many were made in all
 * @param dueAt since when this attempt is due: another time says that it was begun again meanwhile
 * @param until before then nobody else sends it
 */
public record Claim(int step, int attempts, Instant dueAt, Instant until) {}
