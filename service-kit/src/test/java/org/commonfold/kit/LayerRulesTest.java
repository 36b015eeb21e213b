package org.commonfold.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import org.commonfold.kit.testing.LayerRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

@DisplayName("The dependency rule of the services")
class LayerRulesTest {

    private static final LayerRules PLANTED = new LayerRules("org.commonfold.kit.planted");

    static Stream<ArchRule> rules() {
        return PLANTED.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites_at_the_planted_violation(ArchRule rule) {
        JavaClasses violations = new ClassFileImporter().importPackages(PLANTED.root());

        assertThat(rule.evaluate(violations).hasViolation()).isTrue();
    }

    @Test
    void is_not_kept_where_there_is_nothing() {
        assertThatThrownBy(() -> new LayerRules("org.commonfold.kit.nowhere").assertKept())
                .isInstanceOf(AssertionError.class);
    }
}
