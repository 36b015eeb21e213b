package org.commonfold.contribution.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

@DisplayName("A search")
class WebSearchTest {

    private static List<List<String>> alternatives(String tsquery) {
        return new WebSearch(tsquery).alternatives();
    }

    @Test
    void for_words_requires_each_of_them_once() {
        assertThat(alternatives("'cafe' & 'table' & 'cafe'"))
                .containsExactly(List.of("table", "cafe"));
    }

    @Test
    void for_two_words_that_follow_one_another_requires_the_pair() {
        assertThat(alternatives("'tea' & 'cafe' <-> 'table'"))
                .containsExactly(List.of("cafe table", "tea"));
    }

    @Test
    void for_a_longer_phrase_requires_its_pairs_which_may_be_apart() {
        assertThat(alternatives("'a' <-> 'cafe' <-> 'table' & 'tea'"))
                .containsExactly(List.of("cafe table", "a cafe", "tea"));
    }

    @Test
    void for_words_at_a_distance_requires_each_of_them() {
        assertThat(alternatives("'cafe' <2> 'table'")).containsExactly(List.of("table", "cafe"));
    }

    @Test
    void without_a_word_or_a_phrase_requires_the_others() {
        assertThat(alternatives("'cafe' & !'table'")).containsExactly(List.of("cafe"));
        assertThat(alternatives("!( 'a)' <-> 'b|c' ) & 'cafe'")).containsExactly(List.of("cafe"));
    }

    @Test
    void with_a_choice_has_alternatives() {
        assertThat(alternatives("'cafe' | 'table' & 'tea' | 'a' <-> 'b'"))
                .containsExactly(List.of("cafe"), List.of("table", "tea"), List.of("a b"));
    }

    @Test
    void that_only_excludes_requires_nothing() {
        assertThat(alternatives("!'cafe'")).containsExactly(List.of());
        assertThat(alternatives("'cafe' | !'table'")).containsExactly(List.of("cafe"), List.of());
    }

    @Test
    void for_nothing_is_empty() {
        assertThat(new WebSearch("").isEmpty()).isTrue();
        assertThat(new WebSearch("!'cafe'").isEmpty()).isFalse();
    }

    @Test
    void unquotes_words() {
        assertThat(alternatives("'o''neil' & 'a|b' & 'c\\\\d'"))
                .containsExactly(List.of("o'neil", "a|b", "c\\d"));
    }
}
