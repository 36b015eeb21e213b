package org.commonfold.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.contribution.LogRecords.assertKept;
import static org.commonfold.contribution.LogRecords.header;
import static org.commonfold.contribution.LogRecords.underKey;
import static org.commonfold.kit.testing.TestTokens.token;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What contribution-service writes to the log")
class WrittenLogIT {

    private static final String HELD = """
            insert into event (event_id, stream_id, version, topic, record_key, headers, data)
            values (?, 'held', 1, 'commons.log', ?, '[["ce_type", "held"]]', '{}')""";

    @Inject
    DataSource database;

    @Test
    void keeps_the_contract_of_each_event_and_their_order() {
        String commonsId = Lab.foundedBy("sue");
        String workId = Lab.publishedByAda(commonsId);
        Lab.amend("sue", commonsId, "\"1\"", 3).then().statusCode(200);
        Lab.revise("ada", workId, "\"1\"", "1").then().statusCode(201);
        Lab.reapportionedToBoth(workId);
        Lab.withdraw(token("ada", "contributor"), workId).then().statusCode(200);

        List<ConsumerRecord<String, byte[]>> written = underKey(commonsId, 6);

        assertKept(written.get(0), "CommonsFounded", commonsId);
        assertKept(written.get(1), "ContributionPublished", workId);
        assertKept(written.get(2), "CharterAmended", commonsId);
        assertKept(written.get(3), "ContributionRevised", workId);
        assertKept(written.get(4), "AuthorsReapportioned", workId);
        assertKept(written.get(5), "ContributionWithdrawn", workId);
    }

    @Test
    void carries_the_trace_of_the_request_that_did_it() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String commonsId = Lab.as(token("sue", "steward"))
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(Lab.COMMONS)
                .post("/v1/commons")
                .path("commonsId");

        assertThat(header(underKey(commonsId, 1).get(0), "traceparent"))
                .startsWith("00-" + trace + "-");
    }

    /** The sequence gives it the earlier position, its commit comes later: it must not be lost. */
    @Test
    void includes_an_event_that_was_committed_after_a_later_one_was_sent() throws SQLException {
        String heldKey = UUID.randomUUID().toString();
        try (Connection held = database.getConnection()) {
            held.setAutoCommit(false);
            try (PreparedStatement insert = held.prepareStatement(HELD)) {
                insert.setObject(1, UUID.randomUUID());
                insert.setBytes(2, heldKey.getBytes(StandardCharsets.UTF_8));
                insert.executeUpdate();
            }
            String later = Lab.foundedBy("sue");
            assertThat(underKey(later, 1)).hasSize(1);

            held.commit();
        }
        assertThat(underKey(heldKey, 1)).hasSize(1);
    }
}
