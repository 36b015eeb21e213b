package org.commonfold.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
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

    private final Postmaster postmaster;

    private Database(EmbeddedPostgres postgres, Postmaster postmaster) {
        this.postgres = postgres;
        this.postmaster = postmaster;
    }

    static Database start(DataDirectory data, int port) throws IOException, SQLException {
        Postmaster postmaster = new Postmaster(data.resolve("postgres"));
        try {
            Database database = new Database(startServer(data, port), postmaster);
            for (Service service : Service.values()) {
                database.create(service.database());
            }
            return database;
        } catch (IOException | SQLException | RuntimeException failure) {
            stop(postmaster);
            throw failure;
        }
    }

    private static EmbeddedPostgres startServer(DataDirectory data, int port) throws IOException {
        Path log = LogFiles.begin(data.directory("logs").resolve("postgres.log"));
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data.resolve("postgres"))
                // Not in the folder for temporary files, where others may write too.
                .setOverrideWorkingDirectory(data.directory("postgres-programs").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_MAX)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Whoever is connected to it is cut off. */
    void drop(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database " + name + " with (force)");
            statement.execute("drop role " + name);
        }
    }

    void create(String name) throws SQLException {
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

    boolean isAlive() throws IOException {
        return postmaster.running().isPresent();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // It waits five seconds and no longer.
        stop(postmaster);
    }

    private static void stop(Postmaster postmaster) {
        try {
            postmaster.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException impatient) {
            // It has been told to stop, and will.
            Thread.currentThread().interrupt();
        }
    }
}
