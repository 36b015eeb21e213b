package org.commonfold.revenue.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.commonfold.revenue.domain.ContributionId;
import org.commonfold.revenue.domain.Usage;

import java.util.List;
import java.util.UUID;

/** The parts of a row that are read and written whole, as JSON. */
final class Documents {

    private static final JsonMapper JSON = new JsonMapper();

    private record UsageJson(UUID contributionId, int weight) {}

    private Documents() {}

    static String usage(List<Usage> usage) {
        List<UsageJson> document = usage.stream()
                .map(one -> new UsageJson(one.contributionId().value(), one.weight()))
                .toList();
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<Usage> usage(String json) {
        try {
            List<UsageJson> document = JSON.readValue(json, new TypeReference<>() {});
            return document.stream()
                    .map(one -> new Usage(new ContributionId(one.contributionId()), one.weight()))
                    .toList();
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("A row that we cannot have written", corrupt);
        }
    }
}
