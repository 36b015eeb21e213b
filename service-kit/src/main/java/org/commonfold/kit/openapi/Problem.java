package org.commonfold.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The one form of every refusal (RFC 9457), and the answers that have it. */
record Problem(int status, String type, String description) {

    private static final String NAME = "Problem";

    /** Where trying again may help. */
    private static final Set<Integer> MAY_CHANGE = Set.of(404, 429, 503);

    private static final List<Problem> STANDARD = List.of(
            new Problem(400, "invalid-request", "It is malformed, or breaks a constraint"),
            new Problem(401, "unauthorized", "Nobody we know is asking"),
            new Problem(403, "forbidden", "Not for this caller"),
            new Problem(404, "not-found", "There is no such thing, or not yet"),
            new Problem(406, "not-acceptable", "We have no form of it that Accept allows"),
            new Problem(409, "conflict", "It conflicts with what is there, or still under way"),
            new Problem(412, "precondition-failed", "It is not at the version in If-Match"),
            new Problem(413, "body-too-large", "The body is too large"),
            new Problem(415, "unsupported-media-type", "We do not read this media type"),
            new Problem(422, "refused", "Well-formed, but refused"),
            new Problem(428, "precondition-required", "If-Match is missing"),
            new Problem(429, "too-many-requests", "Too many requests; wait as Retry-After says"),
            new Problem(503, "try-later", "Not now; wait as Retry-After says"));

    static String nameOf(int status) {
        return "#/components/responses/Problem" + status;
    }

    static void addTo(Components components, Set<Integer> statuses) {
        Map<String, Schema> schemas = new TreeMap<>(components.getSchemas());
        schemas.put(NAME, schema());
        components.setSchemas(schemas);
        Map<String, APIResponse> answers = new TreeMap<>();
        STANDARD.stream()
                .filter(one -> statuses.contains(one.status()))
                .forEach(one -> answers.put(NAME + one.status(), one.answer()));
        components.setResponses(answers);
    }

    private APIResponse answer() {
        MediaType body = createMediaType().schema(createSchema().ref(NAME)).example(example());
        APIResponse answer = createAPIResponse()
                .description(description)
                .content(createContent().addMediaType("application/problem+json", body));
        if (MAY_CHANGE.contains(status)) {
            Headers.refer(answer, "Retry-After");
        }
        if (status == 401) {
            Headers.refer(answer, "WWW-Authenticate");
        }
        Headers.nameLimits(answer);
        return answer;
    }

    private Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/" + type);
        example.put(
                "title",
                type.substring(0, 1).toUpperCase(Locale.ROOT)
                        + type.substring(1).replace('-', ' '));
        example.put("status", status);
        example.put("detail", description);
        return example;
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
                .addProperty("pointer", text("JSON pointer into the body, ?parameter, or header"))
                .addProperty("detail", text("What is wrong there"));
    }

    private static Schema text(String description) {
        return createSchema().addType(SchemaType.STRING).description(description);
    }
}
