package org.commonfold.revenue.messaging;

import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.ContributionId;

import java.util.UUID;
import java.util.regex.Pattern;

/** The forms of the fields of events. What passes here, the database can hold. */
final class Fields {

    /** As EVENTS.md writes ids; in another case it would be another id. */
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Fields() {}

    static <T> T present(String name, T value) {
        if (value == null) {
            throw new UnreadableRecord(name + " is missing");
        }
        return value;
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
}
