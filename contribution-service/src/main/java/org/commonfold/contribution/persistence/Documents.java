package org.commonfold.contribution.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.commonfold.contribution.domain.Author;
import org.commonfold.contribution.domain.Charter;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Derivation;
import org.commonfold.contribution.domain.Taker;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The parts of a row that are read and written whole, as JSON. */
final class Documents {

    private static final JsonMapper JSON = new JsonMapper();

    private record AuthorJson(String contributorId, int share) {}

    private record DerivationJson(UUID contributionId, int basisPoints) {}

    private record TakerJson(String contributorId, String since) {}

    private static final ObjectReader CHARTER = JSON.readerFor(Charter.class);
    private static final ObjectReader IDS = JSON.readerForListOf(String.class);
    private static final ObjectReader AUTHORS = JSON.readerForListOf(AuthorJson.class);
    private static final ObjectReader DERIVATIONS = JSON.readerForListOf(DerivationJson.class);
    private static final ObjectReader TAKERS = JSON.readerForListOf(TakerJson.class);

    private Documents() {}

    static String charter(Charter charter) {
        return write(charter);
    }

    static Charter charter(String json) {
        return read(json, CHARTER);
    }

    static String people(Set<ContributorId> people) {
        return write(people.stream().map(ContributorId::value).sorted().toList());
    }

    static Set<ContributorId> people(String json) {
        List<String> ids = read(json, IDS);
        return Set.copyOf(ids.stream().map(ContributorId::new).toList());
    }

    static String authors(List<Author> authors) {
        return write(authors.stream()
                .map(one -> new AuthorJson(one.contributorId().value(), one.share()))
                .toList());
    }

    static List<Author> authors(String json) {
        List<AuthorJson> authors = read(json, AUTHORS);
        return authors.stream()
                .map(one -> new Author(new ContributorId(one.contributorId()), one.share()))
                .toList();
    }

    static String derivations(List<Derivation> derivations) {
        return write(derivations.stream()
                .map(one -> new DerivationJson(one.upstream().value(), one.basisPoints()))
                .toList());
    }

    /** Most works derive from none, and to start a parser takes longer than to see that. */
    static List<Derivation> derivations(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        List<DerivationJson> derivations = read(json, DERIVATIONS);
        return derivations.stream()
                .map(one ->
                        new Derivation(new ContributionId(one.contributionId()), one.basisPoints()))
                .toList();
    }

    static String takers(List<Taker> takers) {
        return write(takers.stream()
                .map(one ->
                        new TakerJson(one.contributorId().value(), one.since().toString()))
                .toList());
    }

    static List<Taker> takers(String json) {
        List<TakerJson> takers = read(json, TAKERS);
        return takers.stream()
                .map(one -> new Taker(
                        new ContributorId(one.contributorId()), Instant.parse(one.since())))
                .toList();
    }

    private static String write(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T read(String json, ObjectReader as) {
        try {
            return as.readValue(json);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("A row that we cannot have written", corrupt);
        }
    }
}
