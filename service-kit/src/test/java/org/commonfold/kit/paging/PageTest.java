package org.commonfold.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

@DisplayName("A page")
class PageTest {

    private static final List<UUID> ROWS =
            IntStream.range(0, 3).mapToObj(i -> UUID.randomUUID()).toList();

    private static PageRequest request(int limit, String cursor) {
        PageRequest request = new PageRequest();
        request.limit = limit;
        request.cursor = cursor;
        return request;
    }

    private static Page<UUID> page(int limit) {
        return Page.of(ROWS, request(limit, null), Function.identity(), Function.identity());
    }

    @Test
    void that_is_the_last_has_no_next() {
        assertThat(page(3).items()).isEqualTo(ROWS);
        assertThat(page(3).next()).isNull();
    }

    @Test
    void that_is_not_the_last_tells_where_the_next_begins() {
        assertThat(page(2).items()).isEqualTo(ROWS.subList(0, 2));
        assertThat(request(2, page(2).next()).after()).contains(ROWS.get(1));
    }

    @Test
    void without_a_cursor_is_the_first() {
        assertThat(request(2, null).after()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bm9uc2Vuc2U", "A", "____", "MS0xLTEtMS0x-"})
    void is_refused_to_a_cursor_that_is_none_of_ours(String cursor) {
        assertThatThrownBy(() -> request(2, cursor).after()).isInstanceOf(HttpProblem.class);
    }

    /** Java reads 1-1-1-1-1 as a UUID; we never wrote it so. */
    @Test
    void is_refused_to_a_cursor_in_a_form_we_do_not_write() {
        assertThatThrownBy(() -> request(2, "MS0xLTEtMS0x").after())
                .isInstanceOf(HttpProblem.class);
    }
}
