package org.commonfold.revenue.domain;

/**
 * A webhook as it came in, nothing of it believed yet. Any header may be missing (null).
 *
 * @param id the header webhook-id: the same for every attempt to deliver this message
 * @param timestamp the header webhook-timestamp: seconds since 1970, of this attempt
 * @param signatures the header webhook-signature: {@code v1,<Base64>}, several with spaces between
 * @param body the raw bytes
 */
public record SignedMessage(String id, String timestamp, String signatures, byte[] body) {}
