package org.commonfold.kit.methods;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

import org.commonfold.kit.problem.Problems;

import java.util.Set;

/**
 * Says which methods a path has: to OPTIONS, and in every 405 (RFC 9110, 15.5.6). The framework
 * would name those of all paths in the same class to the one, and none to the other.
 */
@Provider
@PreMatching
public class AllowHeader implements ContainerRequestFilter, ContainerResponseFilter {

    private final AllowedMethods methods;

    AllowHeader(AllowedMethods methods) {
        this.methods = methods;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean isQuestion = "OPTIONS".equals(request.getMethod());
        if (!isQuestion && methods.isKnown(request.getMethod())) {
            return;
        }
        Set<String> allowed = allowed(request);
        if (allowed.isEmpty()) {
            throw Problems.notFound("Nothing has this path");
        }
        if (!isQuestion) {
            // The framework would deny that there is such a path, where another class shares it.
            throw Problems.problem(405, "method-not-allowed", "No path has this method");
        }
        request.abortWith(Response.noContent().allow(allowed).build());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Status.METHOD_NOT_ALLOWED.getStatusCode()) {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", allowed(request)));
        }
    }

    private Set<String> allowed(ContainerRequestContext request) {
        return methods.of(request.getUriInfo().getPath());
    }
}
