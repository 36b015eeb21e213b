package org.commonfold.revenue;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** What the schema of an event has against these bytes. */
    public static List<?> violations(String event, byte[] data) throws IOException {
        JsonNode document = JSON.readTree(document(event, "v1.schema.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
        return schema.validate(JSON.readTree(data));
    }
}
