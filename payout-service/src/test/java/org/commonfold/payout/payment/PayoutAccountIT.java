package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.payout.payment.Bank.account;
import static org.commonfold.payout.payment.Bank.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A payout account")
class PayoutAccountIT {

    private static final String PATH = "/v1/contributors/me/payout-account";
    private static final String KEPT = """
            select contributor_id || ' ' || sealed from payout_account
             where contributor_id = '%s'""";

    private final String ada = "ada-" + UUID.randomUUID();

    @Inject
    DataSource source;

    @Test
    void is_shown_masked_to_its_owner_alone() {
        for (Response response :
                new Response[] {account(ada, Bank.IBAN), as(ada, "contributor").get(PATH)}) {
            response.then()
                    .statusCode(200)
                    .body("iban", equalTo("DE89…3000"))
                    .body("holder", equalTo("Ada Lovelace"));
        }
        as("bob-" + ada, "contributor").get(PATH).then().statusCode(404);
    }

    @Test
    void is_sealed_in_the_database() {
        account(ada, Bank.IBAN).then().statusCode(200);

        String kept = new Database(source).texts(KEPT.formatted(ada)).get(0);
        assertThat(kept)
                .startsWith(ada + " development:")
                .doesNotContain(Bank.IBAN_PLAIN, "37040044", "Lovelace");
    }

    @Test
    void that_is_named_again_is_the_same_one_and_a_new_one_another() {
        Database database = new Database(source);
        String id = "select account_id from payout_account where contributor_id = '%s'";
        account(ada, Bank.IBAN).then().statusCode(200);
        String first = database.texts(id.formatted(ada)).get(0);

        account(ada, Bank.IBAN_PLAIN).then().statusCode(200);
        assertThat(database.texts(id.formatted(ada))).containsExactly(first);

        account(ada, Bank.OTHER_IBAN).then().body("iban", equalTo("NL91…4300"));
        assertThat(database.texts(id.formatted(ada))).doesNotContain(first);
    }

    @Test
    void can_be_taken_away() {
        account(ada, Bank.IBAN).then().statusCode(200);

        as(ada, "contributor").delete(PATH).then().statusCode(204);
        as(ada, "contributor").delete(PATH).then().statusCode(404);
        as(ada, "contributor").get(PATH).then().statusCode(404);
    }

    /** SEPA does not reach Brazil; a bank may. */
    @Test
    void is_anywhere_in_the_world() {
        account(ada, "BR1500000000000010932840814P2").then().statusCode(200);
    }

    /** Wrong check digits, an unknown country, a wrong length. */
    @ParameterizedTest
    @CsvSource({
        "DE88370400440532013000, Ada, 422",
        "XX89370400440532013000, Ada, 422",
        "DE8937040044053201300, Ada, 422",
        "de89370400440532013000, Ada, 400",
        "DE89370400440532013000, Ada//Lovelace, 422",
        "DE89370400440532013000, ..., 422",
        "DE89370400440532013000, Ädä, 400",
    })
    void that_no_bank_would_take_is_refused_and_not_repeated(
            String iban, String holder, int status) {
        as(ada, "contributor")
                .body("{\"iban\": \"" + iban + "\", \"holder\": \"" + holder + "\"}")
                .put(PATH)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(not(stringContainsInOrder(iban)));
        as(ada, "contributor").get(PATH).then().statusCode(404);
    }

    @Test
    void has_a_holder_of_at_most_seventy_characters() {
        String longest = "A".repeat(70);
        String body = "{\"iban\": \"" + Bank.IBAN + "\", \"holder\": \"%s\"}";

        as(ada, "contributor").body(body.formatted(longest)).put(PATH).then().statusCode(200);
        as(ada, "contributor")
                .body(body.formatted(longest + "A"))
                .put(PATH)
                .then()
                .statusCode(400);
    }
}
