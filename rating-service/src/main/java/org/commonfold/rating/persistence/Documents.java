package org.commonfold.rating.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Criterion;
import org.commonfold.rating.domain.Membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The parts of a row that are read and written whole, as JSON. */
final class Documents {

    private static final JsonMapper JSON = new JsonMapper();

    private record MemberJson(UUID commonsId, String contributorId) {}

    private Documents() {}

    static String criteria(List<Criterion> criteria) {
        return write(criteria);
    }

    static List<Criterion> criteria(String json) {
        return read(json, new TypeReference<>() {});
    }

    static String authors(Set<ContributorId> authors) {
        return write(authors.stream().map(ContributorId::value).sorted().toList());
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
                .map(one -> new MemberJson(
                        one.commonsId().value(), one.contributorId().value()))
                .toList());
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
