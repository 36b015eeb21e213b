package org.commonfold.kit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A new, empty database on the real PostgreSQL, and a look into it past the service. */
public final class TestDatabase {

    public static final String USER = "postgres";

    private static final AtomicInteger CREATED = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase create() {
        TestDatabase created = new TestDatabase("test_" + CREATED.incrementAndGet());
        new TestDatabase("postgres").execute("create database " + created.name);
        return created;
    }

    /** {@code host:port/name}. */
    public String address() {
        return Infrastructure.CHOSEN.postgresAddress() + "/" + name;
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The one number a query gives; 0 while its tables are not there yet. */
    public long number(String query) {
        List<String> rows = texts(query);
        return rows.isEmpty() ? 0 : Long.parseLong(rows.get(0));
    }

    /** The first column of a query; nothing while its tables are not there yet. */
    public List<String> texts(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failure) {
            if ("42P01".equals(failure.getSQLState())) {
                return List.of();
            }
            throw new IllegalStateException(failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address(), USER, USER);
    }
}
