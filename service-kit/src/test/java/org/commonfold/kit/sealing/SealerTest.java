package org.commonfold.kit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

@DisplayName("A sealed secret")
class SealerTest {

    private static final String OLD = "old:" + "A".repeat(43) + "=";
    private static final String NEW = "new:" + "B".repeat(42) + "A=";
    private static final byte[] SECRET = "whsec".getBytes(StandardCharsets.UTF_8);

    private final Sealer before = sealer(OLD);
    private final Sealer after = sealer(NEW, OLD);

    @Test
    void opens_for_its_purpose() {
        assertThat(before.open("secret/1", before.seal("secret/1", SECRET))).isEqualTo(SECRET);
    }

    @Test
    void does_not_open_for_another_purpose() {
        String sealed = before.seal("secret/1", SECRET);

        assertThatIllegalStateException()
                .isThrownBy(() -> before.open("secret/2", sealed))
                .withMessage("What is kept of secret/2 was altered");
    }

    @Test
    void does_not_open_when_a_bit_of_it_was_altered() {
        String sealed = before.seal("secret/1", SECRET);
        int middle = sealed.length() / 2;
        char other = sealed.charAt(middle) == 'x' ? 'y' : 'x';
        String altered = sealed.substring(0, middle) + other + sealed.substring(middle + 1);

        assertThatIllegalStateException().isThrownBy(() -> before.open("secret/1", altered));
    }

    @Test
    void is_never_the_same_twice() {
        assertThat(before.seal("secret/1", SECRET))
                .startsWith("old:")
                .isNotEqualTo(before.seal("secret/1", SECRET));
    }

    @Test
    void opens_after_the_key_was_changed_and_is_known_to_be_of_the_old_one() {
        String sealed = before.seal("secret/1", SECRET);

        assertThat(after.open("secret/1", sealed)).isEqualTo(SECRET);
        assertThat(after.isCurrent(sealed)).isFalse();
        assertThat(after.isCurrent(after.seal("secret/1", SECRET))).isTrue();
    }

    @Test
    void names_the_key_that_is_missing() {
        String sealed = after.seal("secret/1", SECRET);

        assertThatIllegalStateException()
                .isThrownBy(() -> before.open("secret/1", sealed))
                .withMessage("sealing.keys has no key 'new', which secret/1 was sealed with");
    }

    @Test
    void needs_keys_of_the_right_form() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sealer(OLD, "new:tooShort="))
                .withMessage("sealing.keys: number 2 is not <id>:<Base64 of 32 bytes>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sealer(OLD, OLD))
                .withMessage("sealing.keys: there are two with the id old");
    }

    private static Sealer sealer(String... keys) {
        return new Sealer(SealingKeys.of(List.of(keys)));
    }
}
