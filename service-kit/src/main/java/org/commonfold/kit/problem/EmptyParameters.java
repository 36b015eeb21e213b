package org.commonfold.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.precondition.IfMatch;

import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses a query parameter, or a header that matters, without a value. The framework would take it
 * for one that was not sent: whoever lost a cursor on the way would be given the first page again,
 * without an end.
 */
@Provider
public class EmptyParameters implements ContainerRequestFilter {

    private static final List<String> HEADERS =
            List.of(Keyed.HEADER, IfMatch.HEADER, HttpHeaders.LAST_EVENT_ID_HEADER);

    @Override
    public void filter(ContainerRequestContext request) {
        List<InvalidField> empty =
                Stream.concat(parameters(request), headers(request)).toList();
        if (!empty.isEmpty()) {
            throw Problems.invalid(empty);
        }
    }

    private static Stream<InvalidField> parameters(ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().contains(""))
                .map(parameter -> new InvalidField("?" + parameter.getKey(), "must not be empty"));
    }

    private static Stream<InvalidField> headers(ContainerRequestContext request) {
        return HEADERS.stream()
                .filter(name -> "".equals(request.getHeaderString(name)))
                .map(name -> new InvalidField(name, "must not be empty"));
    }
}
