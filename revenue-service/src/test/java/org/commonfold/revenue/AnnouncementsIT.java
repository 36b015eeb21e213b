package org.commonfold.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.revenue.TheEndpoints.awaitDeliveries;
import static org.commonfold.revenue.TheEndpoints.body;
import static org.commonfold.revenue.TheEndpoints.change;
import static org.commonfold.revenue.TheEndpoints.create;
import static org.commonfold.revenue.TheEndpoints.created;
import static org.commonfold.revenue.TheEndpoints.deliveries;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What happens to contributions")
class AnnouncementsIT {

    @Inject
    DataSource source;

    private String commonsId;
    private String partnerId;

    @BeforeEach
    void a_commons_and_a_partner() {
        commonsId = TheLog.foundCommons();
        partnerId = TheService.newPartner();
        TheService.awaitKnown(commonsId);
    }

    private String publishedNow() {
        String id = TheLog.newId();
        TheLog.send(
                "ContributionPublished",
                commonsId,
                TheLog.published(commonsId, id, Instant.now().toString()));
        return id;
    }

    /** Of this test's commons: others publish at the same time. */
    private String endpoint(String... eventTypes) {
        String request = TheEndpoints.request(eventTypes)
                .replace("}", ", \"commonsIds\": [\"%s\"]}".formatted(commonsId));
        return create(partnerId, request).statusCode(201).extract().path("endpointId");
    }

    @Test
    void is_told_to_those_who_want_to_know_and_to_nobody_else() {
        String wanting = endpoint("contribution.*");
        String ofRevenues = endpoint("revenue.*", "endpoint.disabled");
        String paused = endpoint("*");
        change(partnerId, paused, "{\"enabled\": false}").statusCode(200);
        String everywhere = created(TheService.newPartner(), "*");
        String elsewhereId = TheLog.foundCommons();
        TheService.awaitKnown(elsewhereId);
        String elsewhere = create(
                        partnerId,
                        TheEndpoints.request("*")
                                .replace("}", ", \"commonsIds\": [\"%s\"]}".formatted(elsewhereId)))
                .extract()
                .path("endpointId");

        String workId = publishedNow();
        TheLog.send("ContributionRevised", commonsId, """
                {"commonsId": "%s", "contributionId": "%s", "version": 2,
                 "contentUri": "https://example.org/2", "contentDigest": "sha256:%s",
                 "revisedAt": "%s"}""".formatted(
                        commonsId, workId, "1".repeat(64), Instant.now()));
        TheLog.send("ContributionWithdrawn", commonsId, """
                {"commonsId": "%s", "contributionId": "%s", "withdrawnAt": "%s"}""".formatted(
                        commonsId, workId, Instant.now()));

        JsonPath told = awaitDeliveries(partnerId, wanting, 3);
        assertThat(told.getList("items.eventType"))
                .containsExactly(
                        "contribution.withdrawn", "contribution.revised", "contribution.published");
        assertThat(told.getList("items.outcome")).containsOnly("pending");
        for (String id : told.<String>getList("items.deliveryId")) {
            JsonPath body = body(partnerId, id);
            assertThat(body.getString("data.contributionId")).isEqualTo(workId);
            assertThat(body.getString("data.link")).isEqualTo("/v1/contributions/" + workId);
        }
        for (String other : List.of(ofRevenues, paused, elsewhere)) {
            assertThat(deliveries(partnerId, other).getList("items")).isEmpty();
        }
        assertThat(new Database(source).number("""
                select count(*) from delivery
                 where endpoint_id = '%s' and body like '%%%s%%'""".formatted(everywhere, workId)))
                .isEqualTo(3);
    }

    @Test
    void is_told_under_the_id_of_the_event_at_the_time_it_happened() {
        String endpointId = endpoint("contribution.published");
        String eventId = TheLog.newId();
        String workId = TheLog.newId();
        Instant at = Instant.now();
        TheLog.send(
                "ContributionPublished",
                eventId,
                commonsId,
                TheLog.published(commonsId, workId, at.toString()));

        JsonPath told = awaitDeliveries(partnerId, endpointId, 1);
        JsonPath body = body(partnerId, told.getString("items[0].deliveryId"));
        assertThat(told.getString("items[0].messageId")).isEqualTo(eventId);
        assertThat(body.getString("type")).isEqualTo("contribution.published");
        assertThat(body.getString("timestamp")).isEqualTo(at.toString());
        assertThat(body.getString("data.title")).isEqualTo("Rotor");
        assertThat(body.getString("data.authors[0].contributorId")).isEqualTo("ada");
    }

    @Test
    void is_not_told_when_it_happened_before_or_stands_in_the_log_twice_or_is_not_true() {
        Instant before = Instant.now().minusSeconds(60);
        String endpointId = endpoint("*");
        String earlier = TheLog.newId();
        TheLog.send(
                "ContributionPublished",
                commonsId,
                TheLog.published(commonsId, earlier, before.toString()));
        String eventId = TheLog.newId();
        String twice = TheLog.published(commonsId, TheLog.newId(), Instant.now().toString());
        TheLog.send("ContributionPublished", eventId, commonsId, twice);
        TheLog.send("ContributionPublished", eventId, commonsId, twice);
        TheLog.send("ContributionWithdrawn", commonsId, """
                {"commonsId": "%s", "contributionId": "%s", "withdrawnAt": "%s"}""".formatted(
                        commonsId, TheLog.newId(), Instant.now()));
        TheLog.send("ContributionPublished", "no.id", commonsId, twice);
        TheLog.send(
                "ContributionPublished",
                commonsId,
                TheLog.published(commonsId, TheLog.newId(), "0000-01-01T00:00:00Z"));
        publishedNow();

        awaitDeliveries(partnerId, endpointId, 2);
        // One partition has one order: after the last there is nothing more to come.
        assertThat(deliveries(partnerId, endpointId).getList("items")).hasSize(2);
    }

    @Test
    void is_told_in_few_words_when_the_whole_would_be_too_long() {
        String endpointId = endpoint("*");
        String fits = withAuthors(100);
        String tooLong = withAuthors(500);
        JsonPath told = awaitDeliveries(partnerId, endpointId, 2);

        JsonPath thin = body(partnerId, told.getString("items[0].deliveryId"));
        JsonPath whole = body(partnerId, told.getString("items[1].deliveryId"));
        assertThat(whole.getString("data.contributionId")).isEqualTo(fits);
        assertThat(whole.getList("data.authors")).hasSize(100);
        assertThat(whole.getMap("data")).doesNotContainKey("thin");
        assertThat(thin.getMap("data"))
                .containsOnlyKeys("commonsId", "contributionId", "publishedAt", "link", "thin");
        assertThat(thin.getString("data.contributionId")).isEqualTo(tooLong);
    }

    private String withAuthors(int count) {
        String authors = IntStream.range(0, count)
                .mapToObj(i -> "{\"contributorId\": \"%s%03d\", \"share\": 1}"
                        .formatted("a".repeat(60), i))
                .collect(Collectors.joining(","));
        String id = TheLog.newId();
        TheLog.send(
                "ContributionPublished",
                commonsId,
                TheLog.published(commonsId, id, Instant.now().toString())
                        .replace("{\"contributorId\": \"ada\", \"share\": 1}", authors));
        return id;
    }

    @Test
    void is_told_in_its_order_a_thousand_at_a_time() {
        String endpointId = endpoint("contribution.published");
        List<String> published =
                Stream.generate(this::publishedNow).limit(1_000).toList();
        Database database = new Database(source);
        String count = "select count(*) from delivery where endpoint_id = '" + endpointId + "'";

        await().atMost(Duration.ofSeconds(60)).until(() -> database.number(count) == 1_000);
        String inOrder = "select cast(body as json) -> 'data' ->> 'contributionId' from delivery"
                + " where endpoint_id = '" + endpointId + "' order by delivery_id";
        assertThat(database.texts(inOrder)).isEqualTo(published);
    }

    @Test
    void wakes_those_who_send() throws SQLException {
        endpoint("*");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen delivery");
            publishedNow();

            PGConnection listener = connection.unwrap(PGConnection.class);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> listener.getNotifications(100), found -> found.length > 0);
            statement.execute("unlisten *");
        }
    }

    /** By PostgreSQL's own word: rows of one transaction have the same xmin when written. */
    @Test
    void is_written_in_the_transaction_that_moves_the_checkpoint() {
        Database database = new Database(source);
        String endpointId = endpoint("*");
        database.execute("""
                create table noted_delivery as select endpoint_id, xmin::text as written_by
                  from delivery limit 0;
                create table noted_checkpoint (written_by text);
                create function note_delivery() returns trigger language plpgsql as $$
                begin
                    insert into noted_delivery select endpoint_id, xmin::text
                      from delivery where delivery_id = new.delivery_id;
                    return null;
                end $$;
                create function note_checkpoint() returns trigger language plpgsql as $$
                begin
                    insert into noted_checkpoint select xmin::text from log_checkpoint
                     where topic = new.topic and partition = new.partition;
                    return null;
                end $$;
                create trigger note after insert on delivery
                   for each row execute function note_delivery();
                create trigger note after update on log_checkpoint
                   for each row execute function note_checkpoint()""");
        try {
            publishedNow();
            awaitDeliveries(partnerId, endpointId, 1);

            assertThat(database.number("""
                    select count(*) from noted_delivery join noted_checkpoint using (written_by)
                     where endpoint_id = '%s'""".formatted(endpointId))).isEqualTo(1);
        } finally {
            database.execute("""
                    drop trigger note on log_checkpoint; drop trigger note on delivery;
                    drop function note_checkpoint; drop function note_delivery;
                    drop table noted_checkpoint; drop table noted_delivery""");
        }
    }
}
