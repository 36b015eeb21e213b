package org.commonfold.kit.paging;

import com.fasterxml.jackson.annotation.JsonInclude;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list in the order of places that never change, such as ids in the order of time:
 * what is added later comes later, and no page changes under a reader's feet.
 *
 * @param items at most the page's limit
 * @param next the cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {

    /**
     * A page from one row more than it holds.
     *
     * @param place what a row is ordered by; its {@code toString} becomes the cursor
     * @param rows up to {@code limit + 1} rows; the extra one only tells that there is a next page
     */
    public static <R, T> Page<T> of(
            List<R> rows, PageRequest request, Function<R, ?> place, Function<R, T> view) {
        boolean more = rows.size() > request.limit();
        List<R> shown = more ? rows.subList(0, request.limit()) : rows;
        String next =
                more ? PageRequest.cursorAfter(place.apply(shown.get(shown.size() - 1))) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    /**
     * A page that knows where the next begins.
     *
     * @param next the place there; its {@code toString} becomes the cursor
     */
    public static <R, T> Page<T> of(List<R> rows, Optional<?> next, Function<R, T> view) {
        return new Page<>(
                rows.stream().map(view).toList(),
                next.map(PageRequest::cursorAfter).orElse(null));
    }

    /** With a {@code Link} to the next page. */
    public Response toResponse(UriInfo here) {
        Response.ResponseBuilder response = Response.ok(this);
        if (next != null) {
            response.link(
                    here.getRequestUriBuilder()
                            .replaceQueryParam("cursor", next)
                            .build(),
                    "next");
        }
        return response.build();
    }
}
