package org.commonfold.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.TheEndpoints.awaitDeliveries;
import static org.commonfold.revenue.TheEndpoints.body;
import static org.commonfold.revenue.TheEndpoints.created;
import static org.commonfold.revenue.TheEndpoints.deliveries;
import static org.commonfold.revenue.TheEndpoints.eventTypes;
import static org.commonfold.revenue.TheService.annul;
import static org.commonfold.revenue.TheService.asPartner;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.declare;
import static org.commonfold.revenue.TheService.newReference;
import static org.commonfold.revenue.TheService.read;
import static org.commonfold.revenue.TheService.receive;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.revenue.delivery.application.DisableFailing;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What is a partner's own")
class OwnEventsIT {

    @Inject
    DisableFailing disableFailing;

    @Inject
    DataSource source;

    @Inject
    Mutiny.SessionFactory sessions;

    private String commonsId;
    private String partnerId;

    @BeforeEach
    void a_commons_and_a_partner() {
        commonsId = TheLog.foundCommons();
        partnerId = TheService.newPartner();
        TheService.awaitKnown(commonsId);
    }

    private String declared() {
        return declare(partnerId, commonsId, declaration("12.50", newReference()))
                .statusCode(201)
                .extract()
                .path("revenueId");
    }

    @Test
    void is_told_to_it_and_to_nobody_else() {
        String endpointId = created(partnerId, "revenue.*");
        String other = TheService.newPartner();
        String others = created(other, "revenue.*");

        String revenueId = declared();
        receive(revenueId, "2.50", "transfer 1").statusCode(201);
        annul(revenueId).statusCode(200);

        JsonPath told = awaitDeliveries(partnerId, endpointId, 3);
        assertThat(told.getList("items.eventType"))
                .containsExactly("revenue.voided", "revenue.received", "revenue.declared");
        for (String id : told.<String>getList("items.deliveryId")) {
            JsonPath body = body(partnerId, id);
            assertThat(body.getString("data.revenueId")).isEqualTo(revenueId);
            assertThat(body.getString("data.link")).isEqualTo("/v1/revenues/" + revenueId);
        }
        assertThat(body(partnerId, told.getString("items[1].deliveryId"))
                        .getString("data.amount.value"))
                .isEqualTo("2.50");
        assertThat(deliveries(other, others).getList("items")).isEmpty();
    }

    @Test
    void is_how_its_revenue_was_split() {
        String endpointId = created(partnerId, "revenue.distributed");
        String other = TheService.newPartner();
        String others = created(other, "*");
        String revenueId = declared();
        read(revenueId).body("distributions", empty());

        TheLog.sendToPayoutLog("RevenueDistributed", revenueId, "{\"revenueId\": 5}");
        TheLog.sendToPayoutLog("PayoutReserved", "ada", "{");
        TheLog.sendToPayoutLog("RevenueDistributed", TheLog.newId(), distributed(revenueId, 9));
        TheLog.sendToPayoutLog("RevenueDistributed", revenueId, distributed(revenueId, 2));

        JsonPath told = awaitDeliveries(partnerId, endpointId, 1);
        JsonPath body = body(partnerId, told.getString("items[0].deliveryId"));
        assertThat(body.getString("type")).isEqualTo("revenue.distributed");
        assertThat(body.getInt("data.contributorCount")).isEqualTo(2);
        assertThat(body.getInt("data.contributionCount")).isEqualTo(3);
        assertThat(body.getString("data.treasury.value")).isEqualTo("0.625001");
        read(revenueId)
                .body("distributions", hasSize(1))
                .body("distributions[0].amount.value", equalTo("12.50"))
                .body("distributions[0].amount.currency", equalTo("EUR"))
                .body("distributions[0].treasury.value", equalTo("0.625001"))
                .body("distributions[0].contributorCount", equalTo(2))
                .body("distributions[0].contributionCount", equalTo(3))
                .body("distributions[0].distributedAt", equalTo("2999-01-01T00:00:00.500Z"));
        asPartner(partnerId)
                .get("/v1/revenues/" + revenueId)
                .then()
                .body("revenueId", equalTo(revenueId))
                .body("distributions", hasSize(1));
        assertThat(eventTypes(other, others)).doesNotContain("revenue.distributed");
    }

    @Test
    void is_split_once_whatever_is_told_later() {
        String endpointId = created(partnerId, "revenue.distributed");
        String revenueId = declared();
        TheLog.sendToPayoutLog("RevenueDistributed", revenueId, distributed(revenueId, 2));
        TheLog.sendToPayoutLog("RevenueDistributed", revenueId, distributed(revenueId, 7));

        awaitDeliveries(partnerId, endpointId, 2);
        read(revenueId)
                .body("distributions", hasSize(1))
                .body("distributions[0].contributorCount", equalTo(2));
    }

    private String distributed(String revenueId, int contributors) {
        String form = """
                {"commonsId": "%s", "revenueId": "%s", "partnerId": "%s",
                 "amount": {"value": "12.500000", "currency": "EUR"},
                 "treasury": {"value": "0.625001", "currency": "EUR"},
                 "contributors": %d, "contributions": 3,
                 "distributedAt": "2999-01-01T00:00:00.5Z"}""";
        return form.formatted(commonsId, revenueId, partnerId, contributors);
    }

    @Test
    void is_that_another_endpoint_could_not_be_reached_any_more() throws Throwable {
        String broken = created(partnerId, "*");
        // Tried when we say so, and not before.
        new Database(source)
                .execute("update endpoint set not_before = now() + interval '1 hour'"
                        + " where endpoint_id = '%s'".formatted(broken));
        String told = created(partnerId, "endpoint.disabled");
        String untold = created(partnerId, "revenue.*");
        String other = TheService.newPartner();
        String others = created(other, "*");
        asPartner(partnerId)
                .body("{\"eventType\": \"revenue.voided\"}")
                .post(TheEndpoints.path(partnerId, broken) + "/test")
                .then()
                .statusCode(202);

        failed(broken, "6 days");
        assertThat(TheEndpoints.read(partnerId, broken).extract().<Boolean>path("enabled"))
                .as("before anything that waits was tried")
                .isTrue();
        tried(broken);
        failed(broken, "120 hours");

        TheEndpoints.read(partnerId, broken)
                .body("enabled", equalTo(false))
                .body("disabledReason", equalTo("failing"));
        assertThat(deliveries(partnerId, broken).getList("items.outcome"))
                .containsExactly("cancelled");
        JsonPath delivery = deliveries(partnerId, told);
        assertThat(delivery.getList("items.eventType")).containsExactly("endpoint.disabled");
        JsonPath body = body(partnerId, delivery.getString("items[0].deliveryId"));
        assertThat(body.getString("data.endpointId")).isEqualTo(broken);
        assertThat(body.getString("data.reason")).isEqualTo("failing");
        assertThat(deliveries(partnerId, untold).getList("items")).isEmpty();
        assertThat(eventTypes(other, others)).doesNotContain("endpoint.disabled");
    }

    private void tried(String endpointId) {
        new Database(source)
                .execute("update delivery set attempt_count = 1 where endpoint_id = '%s'"
                        .formatted(endpointId));
    }

    /** Looks for those that fail when it has done so for so long, by a clock of milliseconds. */
    private void failed(String endpointId, String since) throws Throwable {
        new Database(source)
                .execute("update endpoint set failing_since = date_trunc('milliseconds', now())"
                        + " - interval '%s' where endpoint_id = '%s'".formatted(since, endpointId));
        VertxContextSupport.subscribeAndAwait(
                () -> sessions.withTransaction(session -> disableFailing.disable())
                        .ifNoItem()
                        .after(Duration.ofSeconds(60))
                        .fail());
    }

    /** Between two attempts, a day apart, too. */
    @Test
    void is_not_told_of_an_endpoint_that_fails_for_less_than_five_days() throws Throwable {
        String broken = created(partnerId, "*");
        asPartner(partnerId)
                .body("{}")
                .post(TheEndpoints.path(partnerId, broken) + "/test")
                .then()
                .statusCode(202);
        tried(broken);

        failed(broken, "4 days 23 hours");

        TheEndpoints.read(partnerId, broken).body("enabled", equalTo(true));
    }

    /** What was not sent has not failed; but neither has it shown that it works again. */
    @Test
    void is_not_told_of_an_endpoint_that_nothing_waits_for() throws Throwable {
        String quiet = created(partnerId, "*");

        failed(quiet, "6 days");

        TheEndpoints.read(partnerId, quiet)
                .body("enabled", equalTo(true))
                .body("failingSince", notNullValue());
    }

    @Test
    void is_not_told_to_an_endpoint_of_other_commons() {
        String elsewhere = TheLog.foundCommons();
        TheService.awaitKnown(elsewhere);
        String filtered = TheEndpoints.create(
                        partnerId,
                        TheEndpoints.request("*")
                                .replace("}", ", \"commonsIds\": [\"%s\"]}".formatted(elsewhere)))
                .extract()
                .path("endpointId");
        String all = created(partnerId, "revenue.*");

        declared();

        awaitDeliveries(partnerId, all, 1);
        assertThat(deliveries(partnerId, filtered).getList("items")).isEqualTo(List.of());
    }
}
