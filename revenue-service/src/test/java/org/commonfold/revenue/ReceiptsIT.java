package org.commonfold.revenue;

import static org.commonfold.revenue.TheService.as;
import static org.commonfold.revenue.TheService.asPartner;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.declare;
import static org.commonfold.revenue.TheService.newReference;
import static org.commonfold.revenue.TheService.receive;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What has arrived of a revenue")
class ReceiptsIT {

    @Test
    void is_shown_part_by_part_to_its_partner_and_to_treasurers() {
        String commonsId = TheLog.foundCommons();
        TheService.awaitKnown(commonsId);
        String partnerId = TheService.newPartner();
        String revenueId = declare(partnerId, commonsId, declaration("12.50", newReference()))
                .statusCode(201)
                .extract()
                .path("revenueId");
        String path = "/v1/revenues/" + revenueId;
        asPartner(partnerId).get(path).then().body("receipts", empty());

        receive(revenueId, "5.00", "transfer 1").statusCode(201);
        receive(revenueId, "7.50", "transfer 2").statusCode(201);

        for (ValidatableResponse answer : List.of(
                asPartner(partnerId).get(path).then(), as("treasurer").get(path).then())) {
            answer.statusCode(200)
                    .body("receipts.amount.value", contains("5.00", "7.50"))
                    .body("receipts.reference", contains("transfer 1", "transfer 2"))
                    .body("receipts.receivedAt", everyItem(notNullValue()));
        }
        asPartner(TheService.newPartner()).get(path).then().statusCode(404);
    }
}
