package org.commonfold.revenue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The documents that all services share. */
public final class Contracts {

    private static final JsonMapper JSON = new JsonMapper();

    private Contracts() {}

    /** The schema or a golden sample of an event. */
    public static byte[] document(String event, String name) throws IOException {
        String path = "/contracts/events/" + event + "/" + name;
        try (InputStream in = Contracts.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }

    /** The schema or the sample of what partners are sent. */
    public static byte[] webhook(String type, String name) throws IOException {
        String path = "/contracts/webhooks/" + type + "/" + name;
        try (InputStream in = Contracts.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }

    /** What the schema of an event has against these bytes. */
    public static List<?> violations(String event, byte[] data) throws IOException {
        return violations(document(event, "v1.schema.json"), data);
    }

    /** What the schema of a type has against a body that partners are sent. */
    public static List<?> violationsOfBody(String type, byte[] body) throws IOException {
        return violations(webhook(type, "v1.schema.json"), body);
    }

    private static List<?> violations(byte[] schemaDocument, byte[] data) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(schemaDocument));
        return schema.validate(JSON.readTree(data));
    }
}
