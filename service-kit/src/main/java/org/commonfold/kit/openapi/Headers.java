package org.commonfold.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import org.commonfold.kit.idempotency.Keyed;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that answers may carry. */
final class Headers {

    private static final String REPLAYED = "Idempotency-Replayed";

    private Headers() {}

    static void addTo(Components components) {
        add(components, "ETag", "The version of what is answered, where it has one", "\"1\"");
        add(components, "Link", "The next page, if there is one", "</v1/…?cursor=…>; rel=\"next\"");
        add(components, "Location", "Where it is, if it has an address of its own", "/v1/…");
        add(components, REPLAYED, "Whether it is the first answer again, by its key", "true");
        add(components, "Retry-After", "Seconds after which to try again", "1");
        add(components, "WWW-Authenticate", "What would help: a bearer token", "Bearer");
        add(components, "RateLimit", "r are left; all are back in t seconds", "\"reads\";r=9;t=6");
        add(components, "RateLimit-Policy", "q requests in w seconds", "\"reads\";q=10;w=60");
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

    private static void add(Components components, String name, String says, String example) {
        Header header = createHeader()
                .description(says)
                .schema(createSchema().addType(SchemaType.STRING))
                .example(example);
        components.addHeader(name, header);
    }
}
