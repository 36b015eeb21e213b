package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A record that nobody should have written")
class ForeignRecordsIT {

    @Inject
    DataSource source;

    private String commonsId;

    @BeforeEach
    void a_commons() {
        commonsId = Lab.foundedBy("sue");
        awaitCharters(1);
    }

    /** The charter of a version is known to apply once its event has been read back. */
    private void awaitCharters(int count) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/v1/commons/" + commonsId + "/charter/versions")
                                .<Object>path("items[" + (count - 1) + "].appliesFrom")
                        != null);
    }

    private void assertStillReading() {
        Lab.amend("sue", commonsId, "*", 7).then().statusCode(200);
        awaitCharters(2);
    }

    private long events() {
        return new Database(source)
                .number("select count(*) from commons_event where commons_id = '" + commonsId
                        + "'");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void does_not_stop_the_log_whatever_charter_it_names(int version) {
        String rated = """
                {"commonsId": "%s", "contributionId": "%s", "raterId": "eve",
                 "scores": {"quality": 3}, "charterVersion": %d}""";
        RatingLog.send("PeerRated", commonsId, rated.formatted(commonsId, commonsId, version));
        assertStillReading();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void does_not_stop_the_log_whatever_its_encoding(String charset) {
        byte[] data = "{\"commonsId\": \"\"}".getBytes(Charset.forName(charset));
        RatingLog.send("NeedOpened", commonsId, null, data);
        assertStillReading();
        assertThat(events()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}\0", "{", "7", "{\"a\": 1, \"a\": 2}"})
    void does_not_stop_the_log_if_it_is_no_object(String data) {
        RatingLog.send("NeedOpened", commonsId, data);
        assertStillReading();
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void may_hold_a_nul_as_json_writes_it() {
        RatingLog.send("NeedOpened", commonsId, "{\"title\": \"\\u0000\\ud800\"}");
        assertStillReading();
        assertThat(events()).isEqualTo(3);
    }

    /** Places in different partitions may have the same number. */
    @Test
    void does_not_stop_the_log_if_it_is_in_every_partition_at_once() {
        byte[] data = "{}".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3; round++) {
            for (int partition = 0; partition < 12; partition++) {
                RatingLog.send("NeedOpened", commonsId, partition, data);
                RatingLog.send("NeedOpened", commonsId.toUpperCase(Locale.ROOT), partition, data);
            }
        }
        assertStillReading();
    }

    @Test
    void does_not_shift_from_where_a_charter_applies() {
        RatingLog.send("CharterAmended", commonsId, "{\"commonsId\": \"" + commonsId + "\"}");
        Lab.amend("sue", commonsId, "*", 7).then().statusCode(200);
        awaitCharters(2);

        String type = """
                select type || subject from commons_event
                where commons_id = '%s' and log_offset = %d""";
        int offset = given().get("/v1/commons/" + commonsId + "/charter/versions")
                .path("items[1].appliesFrom.offset");
        assertThat(new Database(source).texts(type.formatted(commonsId, offset)))
                .containsExactly("CharterAmended.v1" + commonsId);
    }
}
