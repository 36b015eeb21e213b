package org.commonfold.system.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.system.observability.Planted.BAD_SECRET;
import static org.commonfold.system.observability.Planted.COMPANY;
import static org.commonfold.system.observability.Planted.EVIDENCE;
import static org.commonfold.system.observability.Planted.KEY_IN_URL;
import static org.commonfold.system.observability.Planted.NAME;
import static org.commonfold.system.observability.Planted.OTHER_NAME;
import static org.commonfold.system.observability.Planted.REASON;
import static org.commonfold.system.observability.Planted.REFERENCE;
import static org.commonfold.system.observability.Planted.SECRET;
import static org.commonfold.system.observability.Planted.TRANSFER;
import static org.commonfold.system.observability.Planted.WHAT_FOR;
import static org.commonfold.system.observability.Planted.WORDS_OF_THE_RECEIVER;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A company that declares what it earned, by token and by signed message, and hears of it. */
final class PayingPartner {

    private static final String DECLARATION = """
            {"amount": {"value": "%s", "currency": "EUR"}, "reference": "%s", "evidence": "%s",
             "period": {"from": "2026-01-01", "to": "2026-01-31"}}""";
    private static final String RECEIPT = """
            {"amount": {"value": "%s", "currency": "EUR"}, "reference": "%s"}""";

    private final TracedCalls revenue;
    private final PartnersServer receiver;
    private final int receiverPort;
    private final Planted planted;
    private final String operator;
    private final String treasurer;
    private final Map<String, String> endpoints = new LinkedHashMap<>();
    private String partnerId;
    private String bot;

    PayingPartner(TracedCalls revenue, PartnersServer receiver, int receiverPort, Planted planted) {
        this.revenue = revenue;
        this.receiver = receiver;
        this.receiverPort = receiverPort;
        this.planted = planted;
        this.operator = planted.token("olga", "operator");
        this.treasurer = planted.token("tess", "treasurer");
    }

    void register() {
        String partners = "POST /v1/partners";
        revenue.refuses(400, partners, operator, "{\"nome\": \"" + COMPANY + "\"}");
        revenue.refuses(400, partners, operator, "{\"" + COMPANY + "\": true}");
        partnerId = revenue.does(partners, operator, "{\"name\": \"" + COMPANY + "\"}")
                .get("partnerId")
                .asText();
        bot = planted.partnerToken(partnerId);
        String secrets = "POST " + partner() + "/signing-secrets";
        revenue.does(secrets, operator, "{\"secret\": \"" + SECRET + "\"}");
        revenue.refuses(422, secrets, operator, "{\"secret\": \"" + BAD_SECRET + "\"}");
        planted.learn(revenue.does(secrets, bot, null).get("secret").asText());
    }

    private String partner() {
        return "/v1/partners/" + partnerId;
    }

    void wantToHear() {
        String create = "POST " + partner() + "/endpoints";
        String endpoint = """
                {"url": "http://localhost:%d/%s?key=%s", "description": "%s", "signsV1a": true,
                 "eventTypes": ["revenue.*", "contribution.*"]}""";
        revenue.refuses(422, create, bot, endpoint.formatted(1, "", KEY_IN_URL, WHAT_FOR));
        for (String path : new String[] {"taken", "talkative", "gone"}) {
            JsonNode created = revenue.does(
                    create, bot, endpoint.formatted(receiverPort, path, KEY_IN_URL, WHAT_FOR));
            planted.learn(created.get("secret").asText());
            endpoints.put(
                    path, partner() + "/endpoints/" + created.get("endpointId").asText());
        }
        JsonNode rotated =
                revenue.does("POST " + endpoints.get("taken") + "/secret-rotation", bot, "{}");
        planted.learn(rotated.get("secret").asText());
    }

    /** By REST: one revenue that arrives and one that does not. */
    void declareAndPay(String commonsId) {
        String declare = "POST /v1/commons/" + commonsId + "/revenues";
        revenue.comesTo(
                "GET /v1/commons/" + commonsId + "/revenues",
                treasurer,
                answer -> !answer.isNull());
        String paid = "/v1/revenues/"
                + revenue.records(
                                declare, bot, DECLARATION.formatted("100.00", REFERENCE, EVIDENCE))
                        .get("revenueId")
                        .asText();
        revenue.refuses(400, declare, bot, DECLARATION.formatted(NAME, REFERENCE, EVIDENCE));
        revenue.refuses(409, declare, bot, DECLARATION.formatted("9.00", REFERENCE, EVIDENCE));
        revenue.records(
                "POST " + paid + "/receipts", treasurer, RECEIPT.formatted("100.00", TRANSFER));
        revenue.refuses(
                400, "POST " + paid + "/receipts", treasurer, RECEIPT.formatted(NAME, TRANSFER));
        String other = revenue.records(
                        declare, bot, DECLARATION.formatted("7.00", REFERENCE + " 2", EVIDENCE))
                .get("revenueId")
                .asText();
        String reason = "{\"reason\": \"" + REASON + "\"}";
        revenue.records("POST /v1/revenues/" + other + "/voiding", treasurer, reason);
        revenue.refuses(409, "POST " + paid + "/voiding", treasurer, reason);
    }

    /** By a message that it signs, and some that it should not have sent. */
    void declareByMessage(String commonsId) {
        String data = DECLARATION.formatted("12.50", REFERENCE + " 3", EVIDENCE).strip();
        String message = """
                {"type": "revenue.declared", "timestamp": "2026-02-01T09:00:00Z",
                 "data": {"commonsId": "%s", %s}""".formatted(commonsId, data.substring(1));
        String inbox = "POST /v1/webhooks/partners/" + partnerId;
        revenue.records(inbox, null, message, signed("msg_1", message));
        revenue.refuses(401, inbox, null, message, signed("msg_2", message + " "));
        revenue.refuses(401, inbox, null, message);
        String misspelt = message.replace("\"evidence\"", "\"" + OTHER_NAME + "\"");
        revenue.refuses(400, inbox, null, misspelt, signed("msg_3", misspelt));
        String song = "{\"type\": \"" + NAME + "\"}";
        revenue.refuses(422, inbox, null, song, signed("msg_4", song));
        String broken = message.replace("\"revenue.declared\"", "Kingsnoel");
        revenue.refuses(400, inbox, null, broken, signed("msg_5", broken));
    }

    private Map<String, String> signed(String id, String body) {
        try {
            long now = Instant.now().getEpochSecond();
            String signature = new Webhook(SECRET).sign(id, now, body);
            planted.learn(signature.substring("v1,".length()));
            return Map.of(
                    "webhook-id", id,
                    "webhook-timestamp", Long.toString(now),
                    "webhook-signature", signature);
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A message was taken, one failed with words about somebody, and one found nobody there. */
    void hears() {
        delivery("taken", "succeeded");
        String failing = delivery("talkative", "pending").get("deliveryId").asText();
        JsonNode attempt = revenue.does("GET /v1/deliveries/" + failing, bot, null)
                .get("attempts")
                .get(0);
        assertThat(attempt.get("answer").asText()).isEqualTo(WORDS_OF_THE_RECEIVER);
        revenue.comesTo(
                "GET " + endpoints.get("gone"),
                bot,
                endpoint -> endpoint.path("disabledReason").asText().equals("gone"));
        for (PartnersServer.Taken message : receiver.taken()) {
            planted.learn(message.body());
            for (String signature : message.signatures().split(" ")) {
                planted.learn(signature.substring(signature.indexOf(',') + 1));
            }
        }
    }

    private JsonNode delivery(String endpoint, String outcome) {
        String list = "GET " + endpoints.get(endpoint) + "/deliveries";
        JsonNode page = revenue.comesTo(list, bot, answer -> attempted(answer, outcome) != null);
        return attempted(page, outcome);
    }

    private static JsonNode attempted(JsonNode page, String outcome) {
        for (JsonNode one : page.path("items")) {
            if (one.path("outcome").asText().equals(outcome)
                    && one.path("attemptCount").asInt() > 0) {
                return one;
            }
        }
        return null;
    }
}
