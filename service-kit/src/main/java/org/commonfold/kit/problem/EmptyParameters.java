package org.commonfold.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

import java.util.List;

/**
 * Refuses a query parameter without a value. The framework would take it for one that was not sent:
 * whoever lost a cursor on the way would be given the first page again, without an end.
 */
@Provider
public class EmptyParameters implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        List<InvalidField> empty = request.getUriInfo().getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().contains(""))
                .map(parameter -> new InvalidField("?" + parameter.getKey(), "must not be empty"))
                .toList();
        if (!empty.isEmpty()) {
            throw Problems.invalid(empty);
        }
    }
}
