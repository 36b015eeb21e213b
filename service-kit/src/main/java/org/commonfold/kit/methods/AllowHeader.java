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

    private static final int NOT_FOUND = Status.NOT_FOUND.getStatusCode();
    private static final int METHOD_NOT_ALLOWED = Status.METHOD_NOT_ALLOWED.getStatusCode();

    private final AllowedMethods methods;

    AllowHeader(AllowedMethods methods) {
        this.methods = methods;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!"OPTIONS".equals(request.getMethod())) {
            return;
        }
        Set<String> allowed = allowed(request);
        if (allowed.isEmpty()) {
            throw Problems.notFound("Nothing has this path");
        }
        request.abortWith(Response.noContent().allow(allowed).build());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        if (status != NOT_FOUND && status != METHOD_NOT_ALLOWED) {
            return;
        }
        Set<String> allowed = allowed(request);
        if (status == NOT_FOUND && !allowed.isEmpty() && !allowed.contains(request.getMethod())) {
            // The framework denies that there is the path where several classes share a beginning.
            response.setStatus(METHOD_NOT_ALLOWED);
            response.setEntity(
                    Problems.problem(METHOD_NOT_ALLOWED, "method-not-allowed", "Only " + allowed));
        }
        if (response.getStatus() == METHOD_NOT_ALLOWED) {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
    }

    private Set<String> allowed(ContainerRequestContext request) {
        return methods.of(request.getUriInfo().getPath());
    }
}
