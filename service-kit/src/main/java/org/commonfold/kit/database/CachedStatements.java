package org.commonfold.kit.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;

import jakarta.inject.Singleton;

/**
 * The pool of connections, each of which keeps its prepared statements: those of more than the
 * client's 2,048 characters too, which would be parsed and planned anew each time.
 */
@Singleton
final class CachedStatements implements PgPoolCreator {

    private static final int CHARACTERS_MAX = 16_384;

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList()
                .forEach(options -> options.setPreparedStatementCacheSqlLimit(CHARACTERS_MAX));
        return PgDriver.INSTANCE.createPool(
                input.vertx(), input.pgConnectOptionsList(), input.poolOptions());
    }
}
