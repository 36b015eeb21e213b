package org.commonfold.local;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads the sample through the public interfaces, as its people and companies would: with their
 * tokens, by REST and by signed webhook. Every step finds what is there already, so an import that
 * was cut off goes on where it was.
 */
final class SampleImport {

    private static final String STEWARD = "sample-steward";
    private static final String OPERATOR = "sample-operator";
    private static final String TREASURER = "sample-treasurer";
    private static final String LOADED = "loaded";

    private final Sample sample;
    private final Api api;
    private final Notes notes;
    private final Console console;
    private final Map<String, String> contributionIds = new ConcurrentHashMap<>();

    SampleImport(Sample sample, Api api, Notes notes, Console console) {
        this.sample = sample;
        this.api = api;
        this.notes = notes;
        this.console = console;
    }

    /**
     * Returns the id of the sample commons. Once it was loaded it is left as it is: people may have
     * revised or withdrawn what is in it.
     */
    String run() throws InterruptedException {
        if (notes.has(LOADED)) {
            console.say("The sample is there already");
            return note("commons");
        }
        console.say("Loading the sample through the public interfaces");
        String commonsId = notes.noted("commons", this::found);
        findContributions(commonsId);
        Parallel.forEach(sample.contributions(), work -> publish(commonsId, work), report("Works"));
        Parallel.forEach(sample.ratings(), this::rate, report("Ratings"));
        new OutboxWatch(api).awaitEmpty(Service.RATING);
        sample.partners().forEach(this::register);
        Parallel.forEach(sample.revenues(), one -> declare(commonsId, one), report("Revenues"));
        notes.noted(LOADED, () -> Instant.now().toString());
        return commonsId;
    }

    private Parallel.Progress report(String what) {
        return (done, total) -> console.progress(what, done, total);
    }

    private String found() {
        URI uri = api.uri(Service.CONTRIBUTION, "/v1/commons");
        String token = api.token(STEWARD, "steward");
        return api.post(uri, token, "sample-commons", sample.commons())
                .get("commonsId")
                .asText();
    }

    private void findContributions(String commonsId) {
        Map<String, String> names = new HashMap<>();
        sample.contributions().forEach(work -> names.put(work.title(), work.name()));
        api.list(
                Service.CONTRIBUTION,
                "/v1/commons/" + commonsId + "/contributions",
                null,
                one -> contributionIds.put(
                        names.getOrDefault(one.get("title").asText(), "not of the sample"),
                        one.get("contributionId").asText()));
    }

    private void publish(String commonsId, Sample.Work work) {
        if (contributionIds.containsKey(work.name())) {
            return;
        }
        List<Map<String, Object>> authors = work.authors().stream()
                .map(one -> Map.<String, Object>of("contributorId", one, "share", 1))
                .toList();
        JsonNode published = api.post(
                api.uri(Service.CONTRIBUTION, "/v1/commons/" + commonsId + "/contributions"),
                api.token(work.authors().get(0), "contributor"),
                "sample-" + work.name(),
                Map.of(
                        "title", work.title(),
                        "kind", work.kind(),
                        "licence", work.licence(),
                        "contentUri", work.contentUri(),
                        "contentDigest", work.contentDigest(),
                        "authors", authors));
        contributionIds.put(work.name(), published.get("contributionId").asText());
    }

    private void rate(Sample.Rated rated) {
        String id = contributionIds.get(rated.contribution());
        api.put(
                api.uri(Service.RATING, "/v1/contributions/" + id + "/ratings/mine"),
                api.token(rated.rater(), "contributor"),
                Map.of(
                        "scores", Map.of("rating", rated.score()),
                        "confidence", rated.confidence()));
    }

    private void register(Sample.Partner partner) {
        String token = api.token(OPERATOR, "operator");
        String id = notes.noted(partnerNote(partner.name()), () -> newPartner(partner, token));
        notes.noted(secretNote(partner.name()), () -> newSecret(id, token));
    }

    private String newPartner(Sample.Partner partner, String token) {
        URI uri = api.uri(Service.REVENUE, "/v1/partners");
        Map<String, String> body = Map.of("name", partner.name());
        String key = "sample-" + partner.name();
        return api.post(uri, token, key, body).get("partnerId").asText();
    }

    private String newSecret(String partnerId, String token) {
        URI uri = api.uri(Service.REVENUE, "/v1/partners/" + partnerId + "/signing-secrets");
        String key = "sample-secret-" + partnerId;
        return api.post(uri, token, key, Map.of()).get("secret").asText();
    }

    private static String partnerNote(String name) {
        return "partner " + name;
    }

    private static String secretNote(String name) {
        return "signing secret " + name;
    }

    private String note(String name) {
        return notes.noted(name, () -> {
            throw new IllegalStateException(name + " is not known");
        });
    }

    private void declare(String commonsId, Sample.Revenue revenue) {
        boolean byWebhook = revenue.via().equals("webhook");
        JsonNode declared = byWebhook
                ? declareByWebhook(commonsId, revenue)
                : declareByRest(commonsId, revenue);
        receive(declared.get("revenueId").asText(), revenue);
    }

    private JsonNode declareByRest(String commonsId, Sample.Revenue revenue) {
        URI uri = api.uri(Service.REVENUE, "/v1/commons/" + commonsId + "/revenues");
        String token = api.partnerToken(note(partnerNote(revenue.partner())));
        return api.post(uri, token, null, body(revenue));
    }

    private JsonNode declareByWebhook(String commonsId, Sample.Revenue revenue) {
        String partnerId = note(partnerNote(revenue.partner()));
        Map<String, Object> data = new HashMap<>(body(revenue));
        data.put("commonsId", commonsId);
        String body = Api.write(Map.of(
                "type",
                "revenue.declared",
                "timestamp",
                revenue.to() + "T00:00:00Z",
                "data",
                data));
        Map<String, String> headers = StandardWebhook.headers(
                note(secretNote(revenue.partner())),
                "sample-" + revenue.reference(),
                Instant.now(),
                body);
        return api.post(
                api.uri(Service.REVENUE, "/v1/webhooks/partners/" + partnerId), body, headers);
    }

    private Map<String, Object> body(Sample.Revenue revenue) {
        List<Map<String, Object>> usage = revenue.usage().stream()
                .map(one -> Map.<String, Object>of(
                        "contributionId",
                        contributionIds.get(one.contribution()),
                        "weight",
                        one.weight()))
                .toList();
        return Map.of(
                "amount", Map.of("value", revenue.amount(), "currency", revenue.currency()),
                "period", Map.of("from", revenue.from(), "to", revenue.to()),
                "usage", usage,
                "reference", revenue.reference());
    }

    private void receive(String revenueId, Sample.Revenue revenue) {
        if (revenue.received().equals("none")) {
            return;
        }
        BigDecimal amount = new BigDecimal(revenue.amount());
        BigDecimal part = revenue.received().equals("half")
                ? amount.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN)
                : amount;
        api.post(
                api.uri(Service.REVENUE, "/v1/revenues/" + revenueId + "/receipts"),
                api.token(TREASURER, "treasurer"),
                null,
                Map.of(
                        "amount",
                        Map.of("value", part.toPlainString(), "currency", revenue.currency()),
                        "reference",
                        revenue.reference()));
    }
}
