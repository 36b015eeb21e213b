package org.commonfold.revenue.messaging;

import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.ContributionId;
import org.commonfold.revenue.domain.RevenueId;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;

/** The forms of the fields of events. What passes here, the database can hold. */
public final class Fields {

    /** As EVENTS.md writes ids; in another case it would be another id. */
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    private Fields() {}

    public static <T> T present(String name, T value) {
        if (value == null) {
            throw new UnreadableRecord(name + " is missing");
        }
        return value;
    }

    public static CommonsId commonsId(String text) {
        return new CommonsId(uuid("commonsId", text));
    }

    public static ContributionId contributionId(String text) {
        return new ContributionId(uuid("contributionId", text));
    }

    public static RevenueId revenueId(String text) {
        return new RevenueId(uuid("revenueId", text));
    }

    /** RFC 3339 in UTC, with a year of four digits: the database holds no others. */
    public static Instant time(String name, String text) {
        if (!TIME.matcher(present(name, text)).matches()) {
            throw new UnreadableRecord(name + " is not a time");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException noSuchTime) {
            throw new UnreadableRecord(name + " is not a time");
        }
    }

    private static UUID uuid(String name, String text) {
        if (!UUID_TEXT.matcher(present(name, text)).matches()) {
            throw new UnreadableRecord(name + " is not a UUID");
        }
        return UUID.fromString(text);
    }
}
