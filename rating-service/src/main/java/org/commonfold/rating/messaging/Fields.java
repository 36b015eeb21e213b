package org.commonfold.rating.messaging;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.kit.identity.Caller;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The forms of the fields of events. What passes here, the database can hold. */
final class Fields {

    /** As EVENTS.md writes ids; in another case it would be another id. */
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Pattern CONTRIBUTOR = Pattern.compile(Caller.ID_PATTERN);
    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,300}");
    private static final int SHARE_MAX = 1_000_000;

    private Fields() {}

    static <T> T present(String name, T value) {
        if (value == null) {
            throw new UnreadableRecord(name + " is missing");
        }
        return value;
    }

    static int inRange(String name, Integer value, int min, int max) {
        int number = present(name, value);
        if (number < min || number > max) {
            throw new UnreadableRecord(name + " is not within " + min + " and " + max);
        }
        return number;
    }

    static CommonsId commonsId(String text) {
        return new CommonsId(uuid("commonsId", text));
    }

    static ContributionId contributionId(String text) {
        return new ContributionId(uuid("contributionId", text));
    }

    private static UUID uuid(String name, String text) {
        if (!UUID_TEXT.matcher(present(name, text)).matches()) {
            throw new UnreadableRecord(name + " is not a UUID");
        }
        return UUID.fromString(text);
    }

    static ContributorId contributorId(String text) {
        if (!CONTRIBUTOR.matcher(present("contributor id", text)).matches()) {
            throw new UnreadableRecord("A contributor id is not " + Caller.ID_PATTERN);
        }
        return new ContributorId(text);
    }

    /** At least one, nobody twice. */
    static Set<ContributorId> authors(List<AuthorV1> authors) {
        Set<ContributorId> ids = new HashSet<>();
        for (AuthorV1 author : present("authors", authors)) {
            inRange("share", present("author", author).share(), 1, SHARE_MAX);
            if (!ids.add(contributorId(author.contributorId()))) {
                throw new UnreadableRecord("An author is named twice");
            }
        }
        if (ids.isEmpty()) {
            throw new UnreadableRecord("There is no author");
        }
        return ids;
    }

    /** Those in a list that are ids of people; of anything else none. */
    static Set<ContributorId> contributorIds(JsonNode list) {
        Set<ContributorId> ids = new HashSet<>();
        if (list != null && list.isArray()) {
            for (JsonNode one : list) {
                if (one.isTextual() && CONTRIBUTOR.matcher(one.textValue()).matches()) {
                    ids.add(new ContributorId(one.textValue()));
                }
            }
        }
        return ids;
    }

    /** One line of text for people, if it is one. */
    static Optional<String> line(JsonNode text) {
        return Optional.ofNullable(text)
                .map(JsonNode::textValue)
                .filter(line -> LINE.matcher(line).matches());
    }

    /** The scores of a rating; whether they are the charter's is not to be seen here. */
    static Map<String, Integer> scores(Map<String, Integer> scores) {
        present("scores", scores).values().forEach(score -> present("score", score));
        return scores;
    }
}
