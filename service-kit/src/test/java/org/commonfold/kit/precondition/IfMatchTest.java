package org.commonfold.kit.precondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The precondition If-Match:")
class IfMatchTest {

    @Test
    void only_the_versions_named_will_do() {
        var expected = IfMatch.required("\"7\", \"9\"");
        assertThat(expected.test(7)).isTrue();
        assertThat(expected.test(9)).isTrue();
        assertThat(expected.test(8)).isFalse();
    }

    @Test
    void a_weak_tag_never_matches() {
        assertThat(IfMatch.required("W/\"7\"").test(7)).isFalse();
    }

    @Test
    void a_tag_of_someone_else_never_matches() {
        assertThat(IfMatch.required("\"seven\"").test(7)).isFalse();
        assertThat(IfMatch.required("\"07\"").test(7)).isFalse();
    }

    @Test
    void an_asterisk_takes_what_there_is() {
        assertThat(IfMatch.required("*").test(7)).isTrue();
        assertThat(IfMatch.optional("*").test(0)).isFalse();
    }

    @Test
    void where_it_is_required_its_absence_is_428() {
        assertThatThrownBy(() -> IfMatch.required(null))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(428));
    }

    @Test
    void where_it_is_optional_its_absence_takes_anything() {
        assertThat(IfMatch.optional(null).test(7)).isTrue();
        assertThat(IfMatch.optional(null).test(0)).isTrue();
    }
}
