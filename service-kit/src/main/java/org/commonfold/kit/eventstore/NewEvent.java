package org.commonfold.kit.eventstore;

/**
 * An event about to be recorded and, later, sent.
 *
 * @param topic the Kafka topic it belongs to
 * @param key the record key: all events under one key keep their order
 * @param type its name and version in the contracts, such as {@code PeerRated.v1}
 * @param subject the id of the aggregate it is about
 * @param data its wire record; becomes the JSON value
 */
public record NewEvent(String topic, String key, String type, String subject, Object data) {}
