package org.commonfold.payout.fold.messaging;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.commonfold.payout.fold.domain.Author;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Derivation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The two events that a log is full of, token by token, without a tree. It takes them only as they
 * usually are, with fields that EVENTS.md names, each once and of its type; whatever is unusual is
 * left to {@link EventReaders}, whose word counts.
 */
final class UsualEvents {

    private UsualEvents() {}

    static CommonsEvent peerRated(UsualFields data) throws IOException {
        String commonsId = null;
        String contributionId = null;
        String raterId = null;
        Map<String, Long> scores = null;
        Long confidence = null;
        Long charterVersion = null;
        for (String name = data.first(); name != null; name = data.next()) {
            switch (name) {
                case "commonsId" -> commonsId = data.id(commonsId);
                case "contributionId" -> contributionId = data.id(contributionId);
                case "raterId" -> raterId = data.id(raterId);
                case "scores" -> scores = scores(data, scores);
                case "confidence" -> confidence = data.integer(confidence);
                case "charterVersion" -> charterVersion = data.integer(charterVersion);
                case "ratingId", "revision", "ratedAt" -> data.unused(name);
                default -> throw UsualFields.UNUSUAL;
            }
        }
        data.end();
        return new CommonsEvent.PeerRated(
                new CommonsId(UsualFields.required(commonsId)),
                new ContributionId(UsualFields.required(contributionId)),
                new ContributorId(UsualFields.required(raterId)),
                UsualFields.required(scores),
                confidence == null ? EventReaders.CONFIDENCE_WHEN_ABSENT : small(confidence),
                charterVersion);
    }

    private static Map<String, Long> scores(UsualFields data, Map<String, Long> before)
            throws IOException {
        JsonParser in = data.value(JsonToken.START_OBJECT, before);
        Map<String, Long> scores = new HashMap<>(8);
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            UsualFields.once(scores.put(name, data.integer(null)));
        }
        data.mustBe(JsonToken.END_OBJECT);
        return scores;
    }

    static CommonsEvent contributionPublished(UsualFields data) throws IOException {
        String commonsId = null;
        String contributionId = null;
        List<Author> authors = null;
        List<Derivation> derivedFrom = null;
        for (String name = data.first(); name != null; name = data.next()) {
            switch (name) {
                case "commonsId" -> commonsId = data.id(commonsId);
                case "contributionId" -> contributionId = data.id(contributionId);
                case "authors" -> authors = authors(data, authors);
                case "derivedFrom" -> derivedFrom = derivations(data, derivedFrom);
                case "title",
                        "kind",
                        "licence",
                        "contentUri",
                        "contentDigest",
                        "fulfils",
                        "publishedAt" -> data.unused(name);
                default -> throw UsualFields.UNUSUAL;
            }
        }
        data.end();
        return new CommonsEvent.ContributionPublished(
                new CommonsId(UsualFields.required(commonsId)),
                new ContributionId(UsualFields.required(contributionId)),
                UsualFields.required(authors),
                derivedFrom == null ? List.of() : derivedFrom);
    }

    private static List<Author> authors(UsualFields data, List<Author> before) throws IOException {
        List<Author> authors = new ArrayList<>(4);
        data.value(JsonToken.START_ARRAY, before);
        while (data.isInObject()) {
            UsualFields.Weighted one = data.weighted("contributorId", "share");
            authors.add(new Author(new ContributorId(one.id()), small(one.weight())));
        }
        return authors;
    }

    private static List<Derivation> derivations(UsualFields data, List<Derivation> before)
            throws IOException {
        List<Derivation> derivations = new ArrayList<>(4);
        data.value(JsonToken.START_ARRAY, before);
        while (data.isInObject()) {
            UsualFields.Weighted one = data.weighted("contributionId", "basisPoints");
            derivations.add(new Derivation(new ContributionId(one.id()), small(one.weight())));
        }
        return derivations;
    }

    private static int small(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }
}
