package org.commonfold.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@DisplayName("The manifests")
class ManifestsIT {

    static final List<Function<Manifests, List<String>>> RULES = List.of(
            StrictReading::faults,
            PodRules::restricted,
            PodRules::available,
            PodRules::selected,
            PodRules::ports,
            SettingRules::understood,
            SettingRules::secret,
            SettingRules::provided,
            SettingRules::images,
            KafkaRules::topics,
            KafkaRules::rights,
            KafkaRules::subscriptions,
            AroundRules::scaling,
            AroundRules::routes,
            AroundRules::watched,
            NetworkRules::network,
            DataRules::databases,
            DataRules::backups,
            DataRules::kept);

    @BeforeAll
    static void requireKubectl() {
        assumeTrue(Kustomize.isThere(), "no kubectl 1.27 or newer here: manifests are not tested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "staging", "production"})
    void of_every_overlay_keep_the_rules(String overlay) {
        assertThat(faults(Manifests.of(Kustomize.overlay(overlay)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void of_every_tested_combination_keep_the_rules(List<String> components) {
        assertThat(faults(Manifests.of(Kustomize.base(components)))).isEmpty();
    }

    @Test
    void are_all_in_a_tested_combination() throws IOException {
        try (Stream<Path> folders = Files.list(Kustomize.KUBERNETES.resolve("components"))) {
            assertThat(folders.map(one -> one.getFileName().toString()))
                    .hasSameElementsAs(
                            combinations().flatMap(List::stream).collect(Collectors.toSet()));
        }
    }

    @Test
    void tell_in_their_readme_which_combinations_are_tested() throws IOException {
        String readme = Files.readString(Kustomize.KUBERNETES.resolve("README.md"));

        assertThat(combinations())
                .allSatisfy(components ->
                        assertThat(readme).contains("- " + String.join(", ", components) + "\n"));
    }

    /** Which is not rendered: it names what is. */
    @Test
    void of_argo_cd_name_a_release_an_overlay_and_its_namespace() throws IOException {
        Manifests manifests = Manifests.of(
                Files.readString(Kustomize.KUBERNETES.resolve("argocd/application.yaml")));
        JsonNode spec = manifests.all().get(0).path("spec");
        Path overlay = Path.of("..", "..").resolve(spec.at("/source/path").asText());
        JsonNode rendered = Manifests.read(overlay.resolve("kustomization.yaml"));

        assertThat(StrictReading.faults(manifests)).isEmpty();
        assertThat(spec.at("/destination/namespace")).isEqualTo(rendered.path("namespace"));
        assertThat(spec.at("/source/targetRevision").asText())
                .isEqualTo("v" + System.getProperty("project.version").replace("-SNAPSHOT", ""));
    }

    /** What no operator makes is named where whoever installs reads it. */
    @Test
    void of_one_machine_say_which_secrets_to_make() throws IOException {
        Set<String> missing = SettingRules.missing(Manifests.of(Kustomize.overlay("local")));
        String overlay =
                Files.readString(Kustomize.KUBERNETES.resolve("overlays/local/kustomization.yaml"));

        assertThat(missing)
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(overlay).contains("`" + secret + "`"));
    }

    @Test
    void say_which_secrets_are_nobodys_but_the_installers() throws IOException {
        String install = Files.readString(Path.of("..", "..", "docs/operations/install.md"));
        String readme = Files.readString(Kustomize.KUBERNETES.resolve("README.md"));
        Manifests production = Manifests.of(Kustomize.overlay("production"));
        Stream<String> keys = production.ofKind("ExternalSecret").map(Manifests::name);
        Stream<String> certificates = production
                .ofKind("Gateway")
                .flatMap(one -> Manifests.each(one.at("/spec/listeners/0/tls/certificateRefs")))
                .map(one -> one.path("name").asText());

        assertThat(Stream.concat(keys, certificates)).hasSizeGreaterThan(5).allSatisfy(secret -> {
            assertThat(readme).contains("`" + secret + "`");
            assertThat(install).contains(secret.replaceAll("^.*-sealing$", "\\$service-sealing"));
        });
    }

    /** Settings, then what the services stand on, then their migrations, they, and who watches. */
    @Test
    void of_production_come_in_waves() {
        Map<String, String> waves = Map.of(
                "ConfigMap", "-3",
                "ExternalSecret", "-3",
                "NetworkPolicy", "-3",
                "Kafka", "-2",
                "KafkaUser", "-2",
                "Cluster", "-2",
                "ObjectStore", "-2",
                "Job", "-1",
                "Deployment", "",
                "ScaledObject", "1");

        Manifests production = Manifests.of(Kustomize.overlay("production"));

        assertThat(waves)
                .allSatisfy((kind, wave) -> assertThat(production.ofKind(kind).toList())
                        .as(kind)
                        .isNotEmpty()
                        .allMatch(
                                one -> one.at("/metadata/annotations/argocd.argoproj.io~1sync-wave")
                                        .asText()
                                        .equals(wave)));
    }

    /** Whatever becomes of the Application. What else has to be kept then is a rule. */
    @Test
    void of_production_keep_the_log() {
        Manifests production = Manifests.of(Kustomize.overlay("production"));

        assertThat(production.ofKind("Kafka")).hasSize(1).allMatch(DataRules::isKept);
    }

    /** Rules say nothing of what is not there. */
    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void of_what_others_use_leave_nothing_out(String overlay) {
        Manifests manifests = Manifests.of(Kustomize.overlay(overlay));

        assertThat(List.of("ObjectStore", "NetworkPolicy", "PodMonitor", "PrometheusRule"))
                .allSatisfy(kind -> assertThat(manifests.ofKind(kind)).as(kind).isNotEmpty());
        assertThat(manifests.find("Cluster", "payout-service-database"))
                .hasValueSatisfying(
                        one -> assertThat(one.at("/spec/managed/roles")).isNotEmpty());
    }

    /** Who may do something there may not do it here, and no two logs are signed with one key. */
    @Test
    void of_staging_share_no_key_no_issuer_and_no_host_with_production() {
        List<String> ofStaging = identity("staging");

        assertThat(ofStaging).hasSizeGreaterThan(10).doesNotContainNull();
        assertThat(identity("production")).isNotEmpty().doesNotContainAnyElementsOf(ofStaging);
    }

    private static List<String> identity(String overlay) {
        Manifests manifests = Manifests.of(Kustomize.overlay(overlay));
        Stream<String> secrets = manifests
                .ofKind("ExternalSecret")
                .map(one -> one.at("/spec/secretStoreRef/name") + ": " + one.findValues("key"));
        Stream<String> settings = manifests.services().values().stream()
                .map(manifests::environment)
                .flatMap(one -> Stream.of(
                        one.get("MP_JWT_VERIFY_ISSUER"),
                        one.get("MP_JWT_VERIFY_PUBLICKEY_LOCATION")));
        Stream<String> hosts = Stream.of("host", "hosts", "hostname", "hostnames")
                .flatMap(field -> manifests.all().stream().map(one -> one.findValues(field)))
                .filter(values -> !values.isEmpty())
                .map(Object::toString);
        Stream<String> backups = manifests
                .ofKind("ObjectStore")
                .map(one -> one.at("/spec/configuration/destinationPath").asText());
        return Stream.of(secrets, settings, hosts, backups).flatMap(one -> one).toList();
    }

    static Stream<List<String>> combinations() {
        return Stream.of(
                List.of("strimzi"),
                List.of("cloudnative-pg"),
                List.of("kafka", "strimzi", "cloudnative-pg"),
                List.of("cloudnative-pg", "append-only", "backups"),
                List.of("strimzi", "keda"),
                List.of("hpa", "ingress"),
                List.of("gateway", "oidc"),
                List.of("network-policies", "monitoring", "tracing"),
                List.of("external-secrets", "argocd"));
    }

    static List<String> faults(Manifests manifests) {
        return RULES.stream().flatMap(rule -> rule.apply(manifests).stream()).toList();
    }
}
