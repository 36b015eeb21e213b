package org.commonfold.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * PostgreSQL on the loopback interface, with a database and a user of its own for each service.
 * Whoever can connect from this machine is trusted: it is one person's machine.
 */
final class Database implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Database start(DataDirectory data, int port) throws IOException, SQLException {
        File log = data.directory("logs").resolve("postgres.log").toFile();
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_MAX)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .setOutputRedirector(Redirect.appendTo(log))
                .setErrorRedirector(Redirect.appendTo(log))
                .start();
        Database database = new Database(postgres);
        for (Service service : Service.values()) {
            database.create(service.database());
        }
        return database;
    }

    private void create(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            String query = "select from pg_database where datname = '" + name + "'";
            try (ResultSet found = statement.executeQuery(query)) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create role " + name + " login");
            statement.execute("create database " + name + " owner " + name);
        }
    }

    /** {@code localhost:5432/rating}. */
    String address(Service service) {
        return "localhost:" + postgres.getPort() + "/" + service.database();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
