package org.commonfold.kit.eventstore;

/**
 * A Kafka record that the outbox will send.
 *
 * @param topic where to
 * @param key its key, which decides the partition; null only for a record that came without one
 * @param headers its headers, in order
 * @param value its bytes, null only for a record that came without any
 */
public record RecordToSend(String topic, byte[] key, RecordHeaders headers, byte[] value) {}
