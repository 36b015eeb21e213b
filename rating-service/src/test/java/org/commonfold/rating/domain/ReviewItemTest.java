package org.commonfold.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.rating.domain.Examples.ROTOR;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

@DisplayName("A work that needs a rating")
class ReviewItemTest {

    private static final Field FIELD = new Field(Set.of("design"), Set.of("code", "design"));

    private static List<String> reasons(String kind, int count) {
        return new ReviewItem(ROTOR, "Rotor", kind, count)
                .reasons(2, FIELD).stream()
                        .map(reason -> reason.code() + ": " + reason.detail())
                        .toList();
    }

    @Test
    void says_what_it_lacks() {
        assertThat(reasons("text", 1))
                .containsExactly("below-quorum: Ratings so far: 1 of the 2 that give it a value");
    }

    @Test
    void that_has_a_value_says_that_another_voice_helps() {
        assertThat(reasons(null, 2))
                .containsExactly("another-voice: Ratings so far: 2, enough for a value;"
                        + " yours makes it firmer");
    }

    @Test
    void says_what_makes_someone_fit_to_rate_it() {
        assertThat(reasons("design", 0).get(1))
                .isEqualTo("in-your-field: You have published work of the kind design");
        assertThat(reasons("code", 0).get(1))
                .isEqualTo("in-your-field: You have found better than ordinary work of the kind"
                        + " code");
    }
}
