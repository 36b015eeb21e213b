package org.commonfold.kit.paging;

import io.quarkiverse.resteasy.problem.HttpProblem;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.commonfold.kit.problem.Problems;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Which page of a list: as a {@code @BeanParam}. */
public final class PageRequest {

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int limit;

    @QueryParam("cursor")
    @Pattern(regexp = "[A-Za-z0-9_-]{1,200}")
    String cursor;

    public int limit() {
        return limit;
    }

    /**
     * The id after which the page begins, if it is not the first page.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the cursor is none of ours
     */
    public Optional<UUID> after() {
        return after(UUID::fromString);
    }

    /**
     * The place after which the page begins, if it is not the first page.
     *
     * @param read from what {@code toString} gave of a place; throws IllegalArgumentException
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the cursor is none of ours
     */
    public <P> Optional<P> after(Function<String, P> read) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(cursor);
            P place = read.apply(new String(decoded, StandardCharsets.US_ASCII));
            if (!cursorAfter(place).equals(cursor)) {
                // Java reads more than it writes: 1-1-1-1-1 would be an id too.
                throw foreign();
            }
            return Optional.of(place);
        } catch (IllegalArgumentException unreadable) {
            throw foreign();
        }
    }

    private static HttpProblem foreign() {
        return Problems.problem(400, "invalid-request", "The cursor is not one we gave out");
    }

    static String cursorAfter(Object place) {
        byte[] text = place.toString().getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
