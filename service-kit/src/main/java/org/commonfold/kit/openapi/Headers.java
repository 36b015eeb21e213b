package org.commonfold.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import org.commonfold.kit.idempotency.Keyed;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers that answers may carry. */
final class Headers {

    private static final String REPLAYED = "Idempotency-Replayed";

    private Headers() {}

    /** Those that an answer of an operation, or one that all share, refers to. */
    static void addTo(Components components, List<Operation> operations) {
        Stream<APIResponse> answers = operations.stream()
                .flatMap(one -> one.getResponses().getAPIResponses().values().stream());
        Set<String> used = Stream.concat(answers, components.getResponses().values().stream())
                .filter(answer -> answer.getHeaders() != null)
                .flatMap(answer -> answer.getHeaders().keySet().stream())
                .collect(Collectors.toSet());
        all().filter(one -> used.contains(one.name)).forEach(one -> one.addTo(components));
    }

    private static Stream<Described> all() {
        return Stream.of(
                new Described("ETag", "The version of what is answered, where it has one", "\"1\""),
                new Described(
                        "Link", "The next page, if there is one", "</v1/…?cursor=…>; rel=\"next\""),
                new Described("Location", "Where it is, if it has an address of its own", "/v1/…"),
                new Described(REPLAYED, "Whether it is the first answer again, by its key", "true"),
                new Described("Retry-After", "Seconds after which to try again", "1"),
                new Described("WWW-Authenticate", "What would help: a bearer token", "Bearer"),
                new Described(
                        "RateLimit", "r are left; all are back in t seconds", "\"reads\";r=9;t=6"),
                new Described(
                        "RateLimit-Policy", "q requests in w seconds", "\"reads\";q=10;w=60"));
    }

    /** What a success of this operation may carry. */
    static void nameIn(APIResponse answer, String status, Operation operation) {
        boolean isPage = StandardAnswers.takes(operation, "cursor");
        if ("201".equals(status)) {
            refer(answer, "Location");
        }
        if (isPage) {
            refer(answer, "Link");
        } else if (answer.getContent() != null) {
            refer(answer, "ETag");
        }
        if (StandardAnswers.takes(operation, Keyed.HEADER)) {
            refer(answer, REPLAYED);
        }
        nameLimits(answer);
    }

    static void nameLimits(APIResponse answer) {
        refer(answer, "RateLimit");
        refer(answer, "RateLimit-Policy");
    }

    static void refer(APIResponse answer, String name) {
        answer.addHeader(name, createHeader().ref(name));
    }

    private record Described(String name, String says, String example) {

        void addTo(Components components) {
            Header header = createHeader()
                    .description(says)
                    .schema(createSchema().addType(SchemaType.STRING))
                    .example(example);
            components.addHeader(name, header);
        }
    }
}
