package org.commonfold.kit.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;

import jakarta.inject.Singleton;

import org.flywaydb.core.api.configuration.FluentConfiguration;

import java.util.Map;

/**
 * What keeps two from migrating at once is held by the session. Flyway's default is a transaction
 * that is open until all is migrated; a migration that builds an index CONCURRENTLY waits for the
 * end of every transaction, and would for ever.
 */
@Singleton
final class MigrationLock implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }
}
