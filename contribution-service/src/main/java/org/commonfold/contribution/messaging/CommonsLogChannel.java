package org.commonfold.contribution.messaging;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.commonfold.kit.projection.LogReader;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Where the log comes in. */
@ApplicationScoped
class CommonsLogChannel {

    private final LogReader reader;

    CommonsLogChannel(LogReader reader) {
        this.reader = reader;
    }

    @Incoming(LogReader.CHANNEL)
    Uni<Void> read(ConsumerRecords<byte[], byte[]> batch) {
        return reader.read(batch);
    }
}
