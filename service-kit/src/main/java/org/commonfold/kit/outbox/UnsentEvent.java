package org.commonfold.kit.outbox;

import org.apache.kafka.clients.producer.ProducerRecord;

import java.util.UUID;

/** An event of the store that Kafka has not acknowledged yet. */
record UnsentEvent(UUID id, ProducerRecord<byte[], byte[]> record) {}
