package org.commonfold.kit.http;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.identity.Ids;
import org.commonfold.kit.testing.BreakableDatabase;
import org.commonfold.kit.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** What docs/adr/0010 promises, and what it does not. */
@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("Who walks through a list")
class WalkingIT {

    private static final String LIST = "/v1/things?limit=2";

    @Inject
    DataSource source;

    @Inject
    Ids ids;

    @BeforeEach
    void there_are_some_pages() {
        for (int i = 0; i < 5; i++) {
            insert(ids.next());
        }
    }

    private void insert(UUID id) {
        new Database(source).execute(insertion(id));
    }

    private static String insertion(UUID id) {
        return "insert into thing (thing_id, name) values ('" + id + "', 'walked')";
    }

    private List<String> present() {
        return new Database(source).texts("select thing_id::text from thing order by thing_id");
    }

    /** Lower than any that is made today: as if it had waited very long for its commit. */
    private static UUID lateId() {
        return new UUID(0x7000, UUID.randomUUID().getLeastSignificantBits());
    }

    /** Reads to the end and does something else after each page, as long as there is more. */
    private static List<String> walk(Runnable meanwhile) {
        List<String> seen = new ArrayList<>();
        String next = LIST;
        while (next != null) {
            Response page = given().get(next);
            page.then().statusCode(200);
            seen.addAll(page.<List<String>>path("items"));
            String cursor = page.path("next");
            next = cursor == null ? null : LIST + "&cursor=" + cursor;
            meanwhile.run();
        }
        return seen;
    }

    @Test
    void sees_all_that_was_there_once_and_in_order_whatever_is_added_before_and_behind() {
        List<String> before = present();
        List<UUID> behind = new ArrayList<>();

        List<String> seen = walk(() -> {
            insert(lateId());
            if (behind.size() < 5) {
                behind.add(ids.next());
                insert(behind.get(behind.size() - 1));
            }
        });

        assertThat(seen).doesNotHaveDuplicates().isSorted();
        assertThat(seen).containsAll(before);
        assertThat(seen.subList(0, before.size())).isEqualTo(before);
        assertThat(seen).containsAll(behind.stream().map(UUID::toString).toList());
    }

    @Test
    void may_miss_what_is_committed_behind_their_back_and_sees_it_the_next_time()
            throws SQLException {
        UUID late = lateId();
        List<String> before = present();
        try (Connection slow = source.getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(insertion(late));

            List<String> seen = walk(() -> commit(slow));

            assertThat(seen).isEqualTo(before);
        }
        assertThat(walk(() -> {})).contains(late.toString());
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
