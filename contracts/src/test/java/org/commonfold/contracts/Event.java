package org.commonfold.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.nio.file.Path;
import java.util.List;

/** Version 1 of an event as contracts/ describes it: its schema and its golden samples. */
record Event(String name) {

    static final Path DIRECTORY = Documents.ROOT.resolve("events");

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static final List<String> COMMONS_LOG = List.of(
            "CommonsFounded",
            "CharterAmended",
            "ContributionPublished",
            "ContributionRevised",
            "AuthorsReapportioned",
            "ContributionWithdrawn",
            "NeedOpened",
            "NeedTakenUp",
            "NeedClosed",
            "RaterInvited",
            "PeerRated",
            "RatingRetracted",
            "RevenueDeclared",
            "RevenueReceived",
            "RevenueVoided");

    static final List<String> PAYOUT_LOG = List.of(
            "RevenueDistributed",
            "RevenueReleased",
            "PayoutReserved",
            "PayoutPaid",
            "PayoutReturned");

    /** Every event there is a directory for. */
    static List<Event> all() {
        return Documents.names(DIRECTORY).stream().map(Event::new).toList();
    }

    JsonNode schema() {
        return read("v1.schema.json");
    }

    JsonNode minimal() {
        return read("v1.minimal.json");
    }

    JsonNode full() {
        return read("v1.full.json");
    }

    /** What is wrong with data of this event. */
    List<Error> errors(JsonNode data) {
        Schema schema = SCHEMAS.getSchema(schema());
        return schema.validate(data);
    }

    /** A schema's property, looked up through {@code $ref}. */
    JsonNode resolve(JsonNode schema) {
        JsonNode ref = schema.path("$ref");
        return ref.isMissingNode() ? schema : resolve(schema().at(ref.asText().substring(1)));
    }

    @Override
    public String toString() {
        return name;
    }

    private JsonNode read(String file) {
        return Documents.read(DIRECTORY.resolve(name).resolve(file));
    }
}
