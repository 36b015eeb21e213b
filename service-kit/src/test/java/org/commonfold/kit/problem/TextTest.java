package org.commonfold.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("One line of text")
class TextTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Sign(@Text(max = 10) String text) {}

    private static boolean isFine(String text) {
        return VALIDATOR.validate(new Sign(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ten chars.", "Œuvre № 7", "日本語", "🦉", " a ", "a\u00a0b"})
    void may_be_in_any_language(String text) {
        assertThat(isFine(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "  ",
                "\t",
                "a\nb",
                "a\u0000",
                "a\u007f",
                "\ud83e",
                "a\udd89",
                "\u00a0",
                "\u3000",
                "\u2028",
                "a\u0085b"
            })
    void is_not_blank_broken_or_full_of_control_characters(String text) {
        assertThat(isFine(text)).isFalse();
    }

    @Test
    void is_at_most_so_long() {
        assertThat(isFine("x".repeat(10))).isTrue();
        assertThat(isFine("x".repeat(11))).isFalse();
    }

    @Test
    void may_be_missing_where_it_is_not_required() {
        assertThat(isFine(null)).isTrue();
    }
}
