package org.commonfold.payout.restore.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.restore.domain.Interleaving.Placed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Entries are texts, of which the first letter is the commons. */
@DisplayName("What has its place in a chain")
class InterleavingTest {

    @Test
    void comes_right_behind_what_stood_before_it() {
        assertThat(with(
                        List.of("a1", "b1", "a4"),
                        Map.of(),
                        List.of(at("a2", 2), at("a3", 3), at("b2", 2))))
                .containsExactly("a1", "a2", "a3", "b1", "b2", "a4");
    }

    @Test
    void is_counted_from_where_the_chain_is() {
        assertThat(with(List.of("a8"), Map.of("a", 7L), List.of(at("a9", 9), at("a11", 11))))
                .containsExactly("a8", "a9");
    }

    @Test
    void waits_for_its_turn() {
        assertThat(with(List.of("a1"), Map.of(), List.of(at("a3", 3)))).containsExactly("a1");
        assertThat(with(List.of("b1"), Map.of(), List.of(at("a2", 2)))).containsExactly("b1");
    }

    private static Placed<String> at(String one, long sequence) {
        return new Placed<>(one, sequence);
    }

    private static List<String> with(
            List<String> coming, Map<String, Long> lengths, List<Placed<String>> placed) {
        return new Interleaving<String>(one -> one.substring(0, 1), lengths, placed).with(coming);
    }
}
