package org.commonfold.payout.payment;

import static io.restassured.RestAssured.given;

import static org.commonfold.kit.testing.TestTokens.token;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.commonfold.kit.testing.Database;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What treasurers and contributors do about payouts, and what they then have. */
public final class Bank {

    public static final String IBAN = "DE89 3704 0044 0532 0130 00";
    static final String IBAN_PLAIN = "DE89370400440532013000";
    static final String OTHER_IBAN = "NL91ABNA0417164300";

    private static final String TERMS = """
            {"currency": "%s", "minimum": "%s", "executionDate": "%s"}""";

    private static final String FUND = """
            insert into balance (commons_id, owner, currency, available)
            values ('%s', 'contributor:%s', '%s', %d)""";

    private static final String BALANCE = """
            select sum(available) || ' ' || sum(reserved) || ' ' || sum(paid)
              from balance where owner = 'contributor:%s' and currency = '%s'""";

    private static final String END_TO_END = """
            select replace(payout_id::text, '-', '') from payout
             where run_id = '%s' and contributor_id = '%s'""";

    private static final String AMOUNT = """
            select (micros / 1000000.0)::numeric(12, 2)::text from payout
             where run_id = '%s' and contributor_id = '%s'""";

    private final Database database;

    /** Of its own, so that no test pays the people of another. */
    final String currency;

    public Bank(Database database, String currency) {
        this.database = database;
        this.currency = currency;
    }

    static RequestSpecification as(String who, String role) {
        return given().auth().oauth2(token(who, role)).contentType("application/json");
    }

    static RequestSpecification tess() {
        return as("tess", "treasurer");
    }

    static RequestSpecification theo() {
        return as("theo", "treasurer");
    }

    static String commons() {
        return UUID.randomUUID().toString();
    }

    /** A new person with a payout account, and that much available in a commons of its own. */
    String personWith(long micros) {
        String id = "p-" + UUID.randomUUID();
        account(id, IBAN).then().statusCode(200);
        fund(id, commons(), micros);
        return id;
    }

    void fund(String who, String commonsId, long micros) {
        database.execute(FUND.formatted(commonsId, who, currency, micros));
    }

    public static Response account(String who, String iban) {
        return as(who, "contributor")
                .body("{\"iban\": \"" + iban + "\", \"holder\": \"Ada Lovelace\"}")
                .put("/v1/contributors/me/payout-account");
    }

    /** The statuses of both. */
    static List<Integer> atOnce(Supplier<Integer> one, Supplier<Integer> other) {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(one);
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(other);
        return List.of(first.join(), second.join());
    }

    /** Micros available, reserved and paid. */
    String balanceOf(String who) {
        return database.texts(BALANCE.formatted(who, currency)).get(0);
    }

    static String terms(String currency, String minimum, Object executionDate) {
        return TERMS.formatted(currency, minimum, executionDate);
    }

    Response prepare(String minimum) {
        return tess().body(terms(currency, minimum, LocalDate.now(ZoneOffset.UTC)))
                .post("/v1/payout-runs");
    }

    public String prepared(String minimum) {
        return prepare(minimum).then().statusCode(201).extract().path("runId");
    }

    /** By what the bank knows somebody's payment. */
    public String endToEndId(String runId, String who) {
        return database.texts(END_TO_END.formatted(runId, who)).get(0);
    }

    /** Of somebody's payment, as the file has it. */
    public String amount(String runId, String who) {
        return database.texts(AMOUNT.formatted(runId, who)).get(0);
    }

    static Response approve(RequestSpecification treasurer, String runId) {
        return treasurer.post("/v1/payout-runs/" + runId + "/approval");
    }

    public String approved(String minimum) {
        String runId = prepared(minimum);
        approve(theo(), runId).then().statusCode(200);
        return runId;
    }

    public static Response cancel(String runId) {
        return tess().post("/v1/payout-runs/" + runId + "/cancellation");
    }

    static Response read(String runId) {
        return tess().get("/v1/payout-runs/" + runId);
    }

    static Response payments(String runId) {
        return tess().get("/v1/payout-runs/" + runId + "/payments");
    }

    public static Response file(String runId) {
        return tess().get("/v1/payout-runs/" + runId + "/pain.001");
    }

    public static Response report(String xml) {
        return given().auth()
                .oauth2(token("tess", "treasurer"))
                .contentType("application/xml")
                .body(xml)
                .post("/v1/payout-statuses");
    }
}
