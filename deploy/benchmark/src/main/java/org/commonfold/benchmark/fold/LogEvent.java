package org.commonfold.benchmark.fold;

import java.util.UUID;

/**
 * One event of the made-up log.
 *
 * @param commonsId its record's key
 * @param type such as {@code PeerRated}
 * @param timeMillis when it happened
 */
record LogEvent(UUID id, String commonsId, String type, long timeMillis, String data) {}
