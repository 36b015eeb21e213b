package org.commonfold.payout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

@DisplayName("The architecture of payout-service")
class ArchitectureTest {

    private static final String PLANTED = "org.commonfold.payout.planted";

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.commonfold.payout");

    /** One of each violation, in the test sources. */
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    private static final ArchRule DOMAIN = classes()
            .that()
            .resideInAPackage("org.commonfold.payout..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.commonfold.payout..domain..")
            .because("the rules are pure: the JDK and nothing else");

    private static final ArchRule APPLICATION = classes()
            .that()
            .resideInAPackage("org.commonfold.payout..application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "io.smallrye.mutiny..",
                    "org.commonfold.payout..domain..",
                    "org.commonfold.payout..application..")
            .because("use cases know their ports, and no adapter");

    static Stream<ArchRule> rules() {
        return Stream.of(
                DOMAIN,
                APPLICATION,
                adapter("rest", "messaging", "persistence"),
                adapter("messaging", "rest", "persistence"),
                adapter("persistence", "rest", "messaging"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void is_kept(ArchRule rule) {
        rule.check(SERVICE);
    }

    @Test
    void is_watched_over_classes_that_are_there() {
        assertThat(SERVICE).hasSizeGreaterThan(30);
    }

    static Stream<ArchRule> rulesWithAPlantedViolation() {
        return Stream.of(DOMAIN, APPLICATION, adapter("rest", "messaging", "persistence"));
    }

    @ParameterizedTest
    @MethodSource("rulesWithAPlantedViolation")
    void would_not_be_broken_unseen(ArchRule rule) {
        assertThat(rule.evaluate(VIOLATIONS).hasViolation()).isTrue();
    }

    private static ArchRule adapter(String of, String... others) {
        String[] packages = Stream.of(others)
                .map(other -> "org.commonfold.payout.." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("org.commonfold.payout.." + of + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because("adapters never know each other");
    }
}
