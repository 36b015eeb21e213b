package org.commonfold.local;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sample commons, as src/main/resources/sample/README.md describes it. */
record Sample(
        JsonNode commons,
        List<Work> contributions,
        List<Rated> ratings,
        List<Partner> partners,
        List<Revenue> revenues) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A contribution; its authors share equally. */
    record Work(
            String name,
            String title,
            String kind,
            String licence,
            String contentUri,
            String contentDigest,
            List<String> authors) {}

    /** What one peer found one contribution, by its name, worth. */
    record Rated(String contribution, String rater, int score, int confidence) {}

    /** A company. */
    record Partner(String name) {}

    /** A contribution, by its name, that a company earned with. */
    record Usage(String contribution, int weight) {}

    /** What a company declares, how, and how much of it arrives: full, half or none. */
    record Revenue(
            String reference,
            String partner,
            String from,
            String to,
            String amount,
            String currency,
            List<Usage> usage,
            String via,
            String received) {}

    static Sample read() throws IOException {
        return new Sample(
                JSON.readTree(text("commons.json")),
                lines("contributions.ndjson", Work.class),
                lines("ratings.ndjson", Rated.class),
                lines("partners.ndjson", Partner.class),
                lines("revenues.ndjson", Revenue.class));
    }

    private static <T> List<T> lines(String file, Class<T> type) throws IOException {
        return JSON.readerFor(type).<T>readValues(text(file)).readAll();
    }

    private static String text(String file) throws IOException {
        try (InputStream bytes = Sample.class.getResourceAsStream("/sample/" + file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
