package org.commonfold.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** An event as contracts/ describes it: its schema and its golden samples. */
public record EventContract(String event) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The bytes are what the schema asks for. */
    public void assertKeptBy(byte[] data) {
        try {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(document("v1.schema.json")));
            JsonNode json = JSON.readTree(data);
            assertThat(schema.validate(json)).as("%s: %s", event, json).isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public byte[] minimalSample() {
        return document("v1.minimal.json");
    }

    public byte[] fullSample() {
        return document("v1.full.json");
    }

    private byte[] document(String name) {
        String path = "/contracts/events/" + event + "/" + name;
        try (InputStream document = EventContract.class.getResourceAsStream(path)) {
            return document.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
