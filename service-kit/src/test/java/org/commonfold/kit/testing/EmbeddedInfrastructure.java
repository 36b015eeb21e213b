package org.commonfold.kit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Broker and database without a container engine: the real programs, from Maven artefacts. */
final class EmbeddedInfrastructure implements Infrastructure {

    private final EmbeddedBroker broker = EmbeddedBroker.start();
    private final EmbeddedPostgres postgres = startPostgres();

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String kafkaBootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String postgresAddress() {
        return "localhost:" + postgres.getPort();
    }
}
