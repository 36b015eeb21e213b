package org.commonfold.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.TheService.asPartner;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.newReference;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.EventWriters;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;

/** By PostgreSQL's own word: rows of one transaction have the same xmin. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("One transaction")
class OneTransactionIT {

    @Inject
    DataSource source;

    private Database database;
    private EventWriters writers;

    @BeforeEach
    void note_the_transaction_of_every_event() {
        database = new Database(source);
        writers = new EventWriters(database);
    }

    @AfterEach
    void leave_no_trace() {
        writers.close();
    }

    @Test
    void writes_the_revenue_its_event_and_the_idempotency_key() {
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

    private String writerOfEvent(String revenueId, int version) {
        return writers.of("revenue/" + revenueId, version);
    }

    private String query(String sql) {
        return database.texts(sql).get(0);
    }
}
