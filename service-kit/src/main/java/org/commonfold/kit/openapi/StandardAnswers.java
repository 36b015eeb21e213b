package org.commonfold.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;

import org.commonfold.kit.precondition.IfMatch;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which problems an operation may answer with, by what it takes and who may call it. */
final class StandardAnswers {

    private static final Set<HttpMethod> WRITING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    /** What no operation answers by its shape alone. */
    private static final Set<Integer> SAID_BY_ITSELF = Set.of(401, 404, 409, 422);

    private StandardAnswers() {}

    /** The statuses added; each names the shared answer. */
    static Set<Integer> addTo(String path, Operation operation, HttpMethod method) {
        APIResponses responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                Headers.nameIn(answer, status, operation);
            }
        });
        Set<Integer> statuses = of(operation, method);
        if (has(operation, In.PATH) || path.contains("/me")) {
            // What is the caller's own may not be there either.
            statuses.add(404);
        }
        for (int status : SAID_BY_ITSELF) {
            if (responses.hasAPIResponse(Integer.toString(status))) {
                statuses.add(status);
            }
        }
        for (int status : statuses) {
            APIResponse shared = createAPIResponse().ref(Problem.nameOf(status));
            responses.addAPIResponse(Integer.toString(status), shared);
        }
        if (has(operation, In.QUERY)) {
            // By the server itself, before anything of ours is asked.
            APIResponse tooLong = createAPIResponse().description("The address is too long");
            responses.addAPIResponse("414", tooLong);
        }
        return statuses;
    }

    private static Set<Integer> of(Operation operation, HttpMethod method) {
        Set<Integer> statuses = new TreeSet<>(Set.of(406, 429, 503));
        if (!parameters(operation).isEmpty()) {
            statuses.add(400);
        }
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            statuses.addAll(Set.of(401, 403));
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of(400, 413, 415));
        }
        if (WRITING.contains(method)) {
            // A use case may refuse, or two callers collide, whatever the request looks like.
            statuses.addAll(Set.of(409, 422));
        }
        ifMatch(operation, statuses);
        return statuses;
    }

    private static void ifMatch(Operation operation, Set<Integer> statuses) {
        find(operation, IfMatch.HEADER).ifPresent(header -> {
            statuses.add(412);
            if (Boolean.TRUE.equals(header.getRequired())) {
                statuses.add(428);
            }
        });
    }

    static boolean takes(Operation operation, String parameter) {
        return find(operation, parameter).isPresent();
    }

    private static Optional<Parameter> find(Operation operation, String name) {
        return parameters(operation).stream()
                .filter(one -> name.equals(one.getName()))
                .findFirst();
    }

    private static boolean has(Operation operation, In place) {
        return parameters(operation).stream().anyMatch(one -> one.getIn() == place);
    }

    static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }
}
