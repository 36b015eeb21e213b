package org.commonfold.rating.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Criterion;
import org.commonfold.rating.domain.CurrentRating;
import org.commonfold.rating.domain.Membership;
import org.commonfold.rating.domain.Rater;
import org.commonfold.rating.domain.RaterTotals;
import org.commonfold.rating.domain.RatingKey;
import org.commonfold.rating.domain.Steward;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is read and written whole, as JSON: parts of a row, and many rows at once. */
final class Documents {

    /** In ASCII: half of a surrogate pair, which a name in the log may have, is no UTF-8. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String COMMONS_ID = "commons_id";
    private static final String CONTRIBUTION_ID = "contribution_id";
    private static final String CONTRIBUTOR_ID = "contributor_id";
    private static final String RATER_ID = "rater_id";

    private Documents() {}

    static String criteria(List<Criterion> criteria) {
        return write(criteria);
    }

    static List<Criterion> criteria(String json) {
        return read(json, new TypeReference<>() {});
    }

    static String authors(Set<ContributorId> authors) {
        return write(sorted(authors));
    }

    static Set<ContributorId> authors(String json) {
        List<String> ids = read(json, new TypeReference<>() {});
        return Set.copyOf(ids.stream().map(ContributorId::new).toList());
    }

    static String scores(Map<String, Integer> scores) {
        return write(new TreeMap<>(scores));
    }

    static Map<String, Integer> scores(String json) {
        return read(json, new TypeReference<>() {});
    }

    static String members(Collection<Membership> members) {
        return write(members.stream()
                .map(one -> Map.of(
                        COMMONS_ID, one.commonsId().value(),
                        CONTRIBUTOR_ID, one.contributorId().value()))
                .toList());
    }

    static String stewards(Collection<Steward> stewards) {
        return write(stewards.stream()
                .map(one -> Map.of(
                        COMMONS_ID, one.commonsId().value(),
                        CONTRIBUTOR_ID, one.contributorId().value()))
                .toList());
    }

    static String authorsOf(Collection<Contribution> contributions) {
        return write(contributions.stream()
                .flatMap(one -> one.authors().stream()
                        .map(author -> Map.of(
                                COMMONS_ID, one.commonsId().value(),
                                CONTRIBUTION_ID, one.id().value(),
                                CONTRIBUTOR_ID, author.value())))
                .toList());
    }

    static String ids(Collection<ContributionId> ids) {
        return write(ids.stream().map(ContributionId::value).toList());
    }

    static String keys(Collection<RatingKey> keys) {
        return write(keys.stream()
                .map(one -> Map.of(
                        COMMONS_ID, one.commonsId().value(),
                        CONTRIBUTION_ID, one.contributionId().value(),
                        RATER_ID, one.raterId().value()))
                .toList());
    }

    static String ratings(Collection<CurrentRating> ratings) {
        return write(ratings.stream()
                .map(one -> Map.of(
                        COMMONS_ID,
                        one.key().commonsId().value(),
                        CONTRIBUTION_ID,
                        one.key().contributionId().value(),
                        RATER_ID,
                        one.key().raterId().value(),
                        "scores",
                        scores(one.scores()),
                        "charter_version",
                        one.charterVersion(),
                        "points",
                        one.points(),
                        "level",
                        one.level(),
                        "authors",
                        sorted(one.authors())))
                .toList());
    }

    static String totals(Map<Rater, RaterTotals> totals) {
        return write(totals.entrySet().stream()
                .map(one -> Map.of(
                        COMMONS_ID,
                        one.getKey().commonsId().value(),
                        RATER_ID,
                        one.getKey().id().value(),
                        "rating_count",
                        one.getValue().count(),
                        "points",
                        one.getValue().points()))
                .toList());
    }

    private static List<String> sorted(Set<ContributorId> ids) {
        return ids.stream().map(ContributorId::value).sorted().toList();
    }

    private static String write(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("A row that we cannot have written", corrupt);
        }
    }
}
