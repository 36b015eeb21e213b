package org.commonfold.revenue;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

@DisplayName("The layers of revenue-service")
class ArchitectureTest {

    private static final String ROOT = "org.commonfold.revenue";

    private static final ArchRule THE_DOMAIN_IS_PURE = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..domain..", "java..", "javax.crypto..");

    private static final ArchRule APPLICATION_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideInAPackage("..application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..rest..", "..messaging..", "..persistence..");

    private static final List<ArchRule> ADAPTERS_DO_NOT_KNOW_EACH_OTHER = List.of(
            apart("rest", "messaging", "persistence"),
            apart("messaging", "rest", "persistence"),
            apart("persistence", "rest", "messaging"));

    private static ArchRule apart(String adapter, String one, String other) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + ".." + adapter + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".." + one + "..", ROOT + ".." + other + "..");
    }

    private static JavaClasses ours() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    private static JavaClasses planted() {
        return new ClassFileImporter().importPackages(ROOT + ".planted");
    }

    @Test
    void are_kept_apart() {
        JavaClasses ours = ours();

        assertThat(ours.contain(ROOT + ".domain.Revenue")).isTrue();
        assertThat(ours.that(alwaysTrue())).hasSizeGreaterThan(50);
        THE_DOMAIN_IS_PURE.check(ours);
        APPLICATION_KNOWS_NO_ADAPTER.check(ours);
        ADAPTERS_DO_NOT_KNOW_EACH_OTHER.forEach(rule -> rule.check(ours));
    }

    @Test
    void are_guarded_by_rules_that_bite() {
        JavaClasses planted = planted();

        assertThat(THE_DOMAIN_IS_PURE.evaluate(planted).hasViolation()).isTrue();
        assertThat(APPLICATION_KNOWS_NO_ADAPTER.evaluate(planted).hasViolation())
                .isTrue();
        assertThat(ADAPTERS_DO_NOT_KNOW_EACH_OTHER)
                .allMatch(rule -> rule.evaluate(planted).hasViolation());
    }
}
