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
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(cursor);
            UUID id = UUID.fromString(new String(decoded, StandardCharsets.US_ASCII));
            if (!cursorAfter(id).equals(cursor)) {
                // Java reads more than it writes: 1-1-1-1-1 would be an id too.
                throw foreign();
            }
            return Optional.of(id);
        } catch (IllegalArgumentException unreadable) {
            throw foreign();
        }
    }

    private static HttpProblem foreign() {
        return Problems.problem(400, "invalid-request", "The cursor is not one we gave out");
    }

    static String cursorAfter(UUID id) {
        byte[] text = id.toString().getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
