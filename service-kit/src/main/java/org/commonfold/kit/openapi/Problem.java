package org.commonfold.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The one form of every refusal (RFC 9457), and the answers that have it. */
final class Problem {

    private static final String NAME = "Problem";
    private static final Map<Integer, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry(400, "The request is malformed, or breaks a constraint"),
            Map.entry(401, "Nobody we know is asking"),
            Map.entry(403, "Not for this caller"),
            Map.entry(404, "There is no such thing, or not yet"),
            Map.entry(406, "We have no form of it that Accept allows"),
            Map.entry(409, "It conflicts with what is there, or with a request still running"),
            Map.entry(412, "It is not at the version in If-Match"),
            Map.entry(413, "The body is too large"),
            Map.entry(415, "The body is not of a media type that we read"),
            Map.entry(422, "Well-formed, but refused"),
            Map.entry(428, "If-Match is missing"),
            Map.entry(429, "Too many requests; come back after Retry-After seconds"));

    private Problem() {}

    static String nameOf(int status) {
        return "#/components/responses/Problem" + status;
    }

    static void addTo(Components components, Set<Integer> statuses) {
        Map<String, Schema> schemas = new TreeMap<>(components.getSchemas());
        schemas.put(NAME, schema());
        components.setSchemas(schemas);
        Map<String, APIResponse> answers = new TreeMap<>();
        for (int status : statuses) {
            answers.put(NAME + status, answer(status, DESCRIPTIONS.get(status)));
        }
        components.setResponses(answers);
    }

    private static APIResponse answer(int status, String description) {
        APIResponse answer = createAPIResponse()
                .description(description)
                .content(createContent()
                        .addMediaType(
                                "application/problem+json",
                                createMediaType().schema(createSchema().ref(NAME))));
        if (status == 404 || status == 429) {
            answer.addHeader(
                    "Retry-After",
                    createHeader()
                            .description("Seconds after which to try again")
                            .schema(createSchema().addType(SchemaType.STRING).pattern("^[0-9]+$")));
        }
        return answer;
    }

    private static Schema schema() {
        return createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("type", "title", "status"))
                .addProperty(
                        "type",
                        text("What kind of problem; stable, so that a client may branch on it")
                                .pattern("^/problems/[a-z0-9-]+$")
                                .examples(List.of("/problems/invalid-request")))
                .addProperty("title", text("The kind, for people"))
                .addProperty(
                        "status",
                        createSchema()
                                .addType(SchemaType.INTEGER)
                                .description("The HTTP status code"))
                .addProperty("detail", text("What is wrong with this request"))
                .addProperty(
                        "errors",
                        createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("Each place in the request that is wrong")
                                .items(invalidField()));
    }

    private static Schema invalidField() {
        return createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("pointer", "detail"))
                .addProperty("pointer", text("Where: a JSON pointer, or a parameter"))
                .addProperty("detail", text("What is wrong there"));
    }

    private static Schema text(String description) {
        return createSchema().addType(SchemaType.STRING).description(description);
    }
}
