package org.commonfold.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.TheService.asPartner;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.newReference;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/** By PostgreSQL's own word: rows of one transaction have the same xmin. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("One transaction")
class OneTransactionIT {

    @Inject
    DataSource database;

    /** Once the relay has marked an event as sent, its row has another xmin: note it before. */
    @BeforeEach
    void note_the_transaction_of_every_event() throws SQLException {
        execute("""
                create table noted (stream_id text, version bigint, written_by text);
                create function note() returns trigger language plpgsql as $$
                begin
                    insert into noted select stream_id, version, xmin::text
                      from event where event_id = new.event_id;
                    return null;
                end $$;
                create trigger note after insert on event for each row execute function note()""");
    }

    @AfterEach
    void leave_no_trace() throws SQLException {
        execute("drop trigger note on event; drop function note; drop table noted");
    }

    @Test
    void writes_the_revenue_its_event_and_the_idempotency_key() throws SQLException {
        String commonsId = TheLog.foundCommons();
        String partnerId = TheService.newPartner();
        TheService.awaitKnown(commonsId);

        String id = asPartner(partnerId)
                .header("Idempotency-Key", "k2")
                .body(declaration("12.50", newReference()))
                .post("/v1/commons/" + commonsId + "/revenues")
                .path("revenueId");

        String revenue = query("select xmin from revenue where revenue_id = '" + id + "'");
        assertThat(writerOfEvent(id, 1)).isEqualTo(revenue);
        assertThat(query("select xmin from idempotency_key where caller = 'partner/%s'"
                        .formatted(partnerId)))
                .isEqualTo(revenue);

        TheService.receive(id, "2.50", "transfer 1").statusCode(201);
        String received = query("select xmin from revenue where revenue_id = '" + id + "'");
        assertThat(received).isNotEqualTo(revenue);
        assertThat(writerOfEvent(id, 2)).isEqualTo(received);
        assertThat(query("select xmin from receipt where revenue_id = '" + id + "'"))
                .isEqualTo(received);
    }

    private String writerOfEvent(String revenueId, int version) throws SQLException {
        return query("select written_by from noted where stream_id = 'revenue/%s' and version = %d"
                .formatted(revenueId, version));
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
