package org.commonfold.payout.payment;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import org.commonfold.kit.testing.RealInfrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * A database as an operator gives it: to a role that may nothing but what is its own; or to two, of
 * which one owns the tables and the other serves.
 */
public final class OrdinaryRoles implements QuarkusTestResourceLifecycleManager {

    static final String COUNT = "roles";

    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "secret";

    private boolean isOneForAll;

    @Override
    public void init(Map<String, String> arguments) {
        isOneForAll = "1".equals(arguments.get(COUNT));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(new RealInfrastructure().start());
        String url = settings.get("quarkus.datasource.jdbc.url");
        String database = url.substring(url.lastIndexOf('/') + 1);
        String owner = database + "_owner";
        String service = isOneForAll ? owner : database + "_service";
        try (Connection connection = DriverManager.getConnection(url, SUPERUSER, SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + owner + " login password '" + PASSWORD + "'");
            statement.execute("alter database " + database + " owner to " + owner);
            if (!isOneForAll) {
                statement.execute("create role " + service + " login password '" + PASSWORD + "'");
                settings.put("quarkus.flyway.username", owner);
                settings.put("quarkus.flyway.password", PASSWORD);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        settings.put("quarkus.datasource.username", service);
        settings.put("quarkus.datasource.password", PASSWORD);
        return settings;
    }

    @Override
    public void stop() {
        // The database serves the next start too.
    }
}
