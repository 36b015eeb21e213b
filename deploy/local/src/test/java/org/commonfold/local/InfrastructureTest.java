package org.commonfold.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The real ones, started twice on the same data. */
@DisplayName("Database and broker on one machine")
@Tag("long")
class InfrastructureTest {

    @TempDir
    Path directory;

    @Test
    void keep_what_is_in_them_over_a_restart() throws Exception {
        Options options = new Options();
        options.data = directory;
        try (DataDirectory data = DataDirectory.open(options)) {
            LauncherLog.to(directory.resolve("launcher.log"));
            try (Database database = Database.start(data, freePort())) {
                assertThat(database.isAlive()).isTrue();
                run(database, "create table kept as select 42 as answer");
            }
            try (Database database = Database.start(data, freePort())) {
                assertThat(ask(database, "select answer from kept")).isEqualTo("42");
                assertThat(ask(database, "show fsync")).isEqualTo("on");
                assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            }
            assertThat(new Postmaster(data.resolve("postgres")).running()).isEmpty();

            int port = freePort();
            try (Broker broker = Broker.start(data, port, freePort())) {
                assertThat(broker.isAlive()).isTrue();
                createTopic(port);
            }
            try (Broker broker = Broker.start(data, port, freePort())) {
                assertThat(broker.isAlive()).isTrue();
                assertThat(topics(port)).containsExactly("kept");
            }
        }
    }

    @Test
    void leave_no_orphan_when_their_launcher_was_killed() throws Exception {
        Options options = new Options();
        options.data = directory;
        try (DataDirectory data = DataDirectory.open(options)) {
            LauncherLog.to(directory.resolve("launcher.log"));
            Database leftBehind = Database.start(data, freePort());
            assertThat(new Orphans(data).stopAll()).isEqualTo(1);
            assertThat(leftBehind.isAlive()).isFalse();
            assertThat(new Orphans(data).stopAll()).isZero();
        }
    }

    private static void createTopic(int port) throws Exception {
        try (Admin admin = admin(port)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static Set<String> topics(int port) throws Exception {
        try (Admin admin = admin(port)) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin(int port) {
        return Admin.create(Map.of("bootstrap.servers", "localhost:" + port));
    }

    private static void run(Database database, String command) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String ask(Database database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        String url = "jdbc:postgresql://" + database.address(Service.RATING);
        return DriverManager.getConnection(url, Service.RATING.database(), "any");
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
