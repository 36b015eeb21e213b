package org.commonfold.revenue.delivery.domain;

import java.util.Arrays;
import java.util.Optional;

/** The catalogue: what partners can be told of. */
public enum EventType {
    CONTRIBUTION_PUBLISHED("contribution.published", "A work was published in a commons."),
    CONTRIBUTION_REVISED("contribution.revised", "A work has new content."),
    CONTRIBUTION_WITHDRAWN("contribution.withdrawn", "A work was withdrawn."),
    REVENUE_DECLARED("revenue.declared", "You have declared a revenue."),
    REVENUE_RECEIVED("revenue.received", "All or a part of a revenue of yours has arrived."),
    REVENUE_VOIDED("revenue.voided", "What has not arrived of a revenue of yours is not owed."),
    REVENUE_DISTRIBUTED(
            "revenue.distributed", "A revenue of yours was split over those who did the work."),
    ENDPOINT_DISABLED(
            "endpoint.disabled", "Another endpoint of yours could not be reached any more.");

    private final String wireName;
    private final String description;

    EventType(String wireName, String description) {
        this.wireName = wireName;
        this.description = description;
    }

    /** As messages and subscriptions name it. */
    public String wireName() {
        return wireName;
    }

    /** One sentence for partners. */
    public String description() {
        return description;
    }

    /** Whether everybody may know of it, and not only the partner whose it is. */
    public boolean isPublic() {
        return this == CONTRIBUTION_PUBLISHED
                || this == CONTRIBUTION_REVISED
                || this == CONTRIBUTION_WITHDRAWN;
    }

    public static Optional<EventType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
