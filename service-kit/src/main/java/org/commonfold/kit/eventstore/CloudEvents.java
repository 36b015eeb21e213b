package org.commonfold.kit.eventstore;

import java.time.Instant;
import java.util.UUID;

/** CloudEvents 1.0, Kafka protocol binding, binary content mode: the attributes are headers. */
public final class CloudEvents {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";

    /** When it happened: RFC 3339, UTC. */
    public static final String TIME = "ce_time";

    /** The id of what it happened to. */
    public static final String SUBJECT = "ce_subject";

    /** Event types are reverse-DNS: {@code org.commonfold.PeerRated.v1}. */
    public static final String TYPE_PREFIX = "org.commonfold.";

    private static final String SCHEMAS = "https://commonfold.org/contracts/events/";

    private CloudEvents() {}

    /** What every reader asks for comes last: a header is looked for from behind. */
    static RecordHeaders headers(UUID id, String source, NewEvent event, Instant time) {
        String[] nameAndVersion = event.type().split("\\.", 2);
        String schema = SCHEMAS + nameAndVersion[0] + "/" + nameAndVersion[1] + ".schema.json";
        return new RecordHeaders()
                .add("ce_specversion", "1.0")
                .add("ce_source", source)
                .add(TIME, time.toString())
                .add(SUBJECT, event.subject())
                .add("ce_dataschema", schema)
                .add("content-type", "application/json")
                .add(ID, id.toString())
                .add(TYPE, TYPE_PREFIX + event.type());
    }
}
