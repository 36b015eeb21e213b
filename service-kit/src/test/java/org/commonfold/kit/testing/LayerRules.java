package org.commonfold.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.stream.Stream;

/**
 * The dependency rule: the domain is pure, use cases know their ports and no adapter, and adapters
 * do not know each other. A layer is a package of its name, at any depth.
 *
 * @param root the package a service lies in
 */
public record LayerRules(String root) {

    private static final List<String> ADAPTERS = List.of("rest", "messaging", "persistence");
    private static final List<String> LAYERS =
            Stream.concat(Stream.of("domain", "application"), ADAPTERS.stream()).toList();

    /** Checks the service's classes, and that there are some in every layer. */
    public void assertKept() {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        for (String layer : LAYERS) {
            assertThat(service)
                    .as("%s in %s", layer, root)
                    .anyMatch(type -> type.getPackageName().startsWith(root + ".")
                            && (type.getPackageName() + ".").contains("." + layer + "."));
        }
        rules().forEach(rule -> rule.check(service));
    }

    /** One by one, so that a test can show of each that it bites. */
    public Stream<ArchRule> rules() {
        return Stream.concat(
                Stream.of(domainIsPure(), applicationKnowsNoAdapter()),
                ADAPTERS.stream().map(this::adapterKnowsNoOther));
    }

    private ArchRule domainIsPure() {
        return classes()
                .that()
                .resideInAPackage(layer("domain"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.crypto..", layer("domain"))
                .because("the rules of the domain need the JDK and nothing else");
    }

    private ArchRule applicationKnowsNoAdapter() {
        return classes()
                .that()
                .resideInAPackage(layer("application"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.smallrye.mutiny..",
                        "jakarta.enterprise.context..",
                        "org.commonfold.kit.identity..",
                        layer("domain"),
                        layer("application"))
                .because("use cases know their ports, and no adapter");
    }

    private ArchRule adapterKnowsNoOther(String adapter) {
        String[] others = ADAPTERS.stream()
                .filter(other -> !other.equals(adapter))
                .map(this::layer)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(layer(adapter))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("adapters meet in the application alone");
    }

    private String layer(String name) {
        return root + ".." + name + "..";
    }
}
