package org.commonfold.contribution;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** Each rule holds for the service and bites at the violation planted for it. */
@DisplayName("The dependency rule")
class ArchitectureTest {

    private static final String[] ADAPTERS = {"rest", "messaging", "persistence"};

    private static final ArchRule DOMAIN_IS_PURE = classes()
            .that()
            .resideInAPackage("..domain")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..domain");

    private static final ArchRule APPLICATION_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideInAPackage("..application")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.commonfold.contribution..rest", "..messaging", "..persistence");

    private static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
            slices().assignedFrom(new Adapters()).should().notDependOnEachOther();

    static List<ArchRule> rules() {
        return List.of(
                DOMAIN_IS_PURE, APPLICATION_KNOWS_NO_ADAPTER, ADAPTERS_DO_NOT_KNOW_EACH_OTHER);
    }

    private static final class Adapters implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            for (String adapter : ADAPTERS) {
                if (javaClass.getPackageName().startsWith("org.commonfold.contribution")
                        && javaClass.getPackageName().endsWith("." + adapter)) {
                    return SliceIdentifier.of(adapter);
                }
            }
            return SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "adapters";
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds_for_the_service(ArchRule rule) {
        rule.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.commonfold.contribution"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites_at_the_planted_violation(ArchRule rule) {
        JavaClasses planted =
                new ClassFileImporter().importPackages("org.commonfold.contribution.planted");

        assertThat(rule.evaluate(planted).hasViolation()).isTrue();
    }

    @Test
    void is_checked_on_every_layer() {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.commonfold.contribution");

        for (String layer : List.of("domain", "application", "rest", "messaging", "persistence")) {
            assertThat(service.containPackage("org.commonfold.contribution." + layer))
                    .isTrue();
        }
    }
}
