package org.commonfold.contribution.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A search")
class WebSearchTest {

    @Test
    void for_words_requires_each_of_them_once() {
        WebSearch search = new WebSearch("'cafe' & 'table' & 'cafe'", "'cafe' & 'table' & 'cafe'");

        assertThat(search.requiredWords()).containsExactly("table", "cafe");
        assertThat(search.isTheirConjunction()).isTrue();
        assertThat(search.isPhrase()).isFalse();
    }

    @Test
    void for_two_words_that_follow_one_another_requires_the_pair() {
        WebSearch search =
                new WebSearch("'tea' & 'cafe' <-> 'table'", "'tea' & 'cafe' <-> 'table'");

        assertThat(search.requiredWords()).containsExactly("cafe table", "tea");
        assertThat(search.isTheirConjunction()).isTrue();
        assertThat(search.isPhrase()).isTrue();
    }

    @Test
    void for_a_longer_phrase_requires_its_pairs_which_may_be_apart() {
        String three = "'a' <-> 'cafe' <-> 'table' & 'tea'";
        WebSearch search = new WebSearch(three, three);

        assertThat(search.requiredWords()).containsExactly("cafe table", "a cafe", "tea");
        assertThat(search.isTheirConjunction()).isFalse();
    }

    @Test
    void for_words_at_a_distance_requires_each_of_them() {
        WebSearch search = new WebSearch("'cafe' <2> 'table'", "'cafe' <2> 'table'");

        assertThat(search.requiredWords()).containsExactly("table", "cafe");
        assertThat(search.isTheirConjunction()).isFalse();
    }

    @Test
    void without_a_word_requires_the_others() {
        WebSearch search = new WebSearch("'cafe' & !'table'", "'cafe'");

        assertThat(search.requiredWords()).containsExactly("cafe");
        assertThat(search.isTheirConjunction()).isFalse();
    }

    @Test
    void with_a_choice_requires_none() {
        WebSearch search = new WebSearch("'cafe' | 'table' & 'tea'", "'cafe' | 'table' & 'tea'");

        assertThat(search.requiredWords()).isEmpty();
    }

    @Test
    void for_nothing_requires_none() {
        assertThat(new WebSearch("", "").requiredWords()).isEmpty();
        assertThat(new WebSearch("!'cafe'", "T").requiredWords()).isEmpty();
    }

    @Test
    void unquotes_words() {
        String tsquery = "'o''neil' & 'a|b' & 'c\\\\d'";

        assertThat(new WebSearch(tsquery, tsquery).requiredWords())
                .containsExactly("o'neil", "a|b", "c\\d");
    }

    @Test
    void for_more_words_than_are_joined_is_more_than_the_required_ones() {
        String six = "'a' & 'b' & 'c' & 'd' & 'e' & 'f'";
        String seven = six + " & 'gg'";

        assertThat(new WebSearch(six, six).isTheirConjunction()).isTrue();
        assertThat(new WebSearch(seven, seven).isTheirConjunction()).isFalse();
        assertThat(new WebSearch(seven, seven).requiredWords())
                .containsExactly("gg", "a", "b", "c", "d", "e");
    }
}
