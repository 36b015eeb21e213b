package org.commonfold.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

@DisplayName("What is there for those with Docker")
class DockerIT {

    static final List<String> SERVICES = Manifests.SERVICES;

    private static final String ONE = "payout-service";

    @ParameterizedTest
    @FieldSource("SERVICES")
    void is_a_dockerfile_of_the_image_that_jib_makes(String service) throws IOException {
        assertThat(DockerfileRules.faults(
                        service, dockerfile(service), Contracts.settings(service)))
                .isEmpty();
    }

    @Test
    void stands_on_one_base() {
        assertThat(SERVICES.stream()
                        .map(Contracts::settings)
                        .map(settings -> settings.getProperty(DockerfileRules.BASE))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void is_a_composition_whose_settings_are_read() throws IOException {
        assertThat(CompositionRules.faults(composition())).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("faultsOfDockerfiles")
    void shows_a_fault_that_is_planted_into_a_dockerfile(String right, String wrong, String fault)
            throws IOException {
        String planted = plant(dockerfile(ONE), right, wrong);

        assertThat(DockerfileRules.faults(ONE, planted, Contracts.settings(ONE)))
                .anySatisfy(found -> assertThat(found).contains(fault));
    }

    static Stream<Arguments> faultsOfDockerfiles() {
        return Stream.of(
                arguments("@sha256:81d0", "@sha256:91d0", "says FROM"),
                arguments("WORKDIR", "FROM scratch\nWORKDIR", "says FROM"),
                arguments("USER 65532", "USER root", "says USER [root]"),
                arguments("ENTRYPOINT", "user root\nENTRYPOINT", "says USER [65532, root]"),
                arguments("WORKDIR /app", "WORKDIR /", "says WORKDIR"),
                arguments("EXPOSE 8084 9084", "EXPOSE 8084", "says EXPOSE"),
                arguments("\"-jar\"", "\"-cp\"", "says ENTRYPOINT"),
                arguments("ENTRYPOINT", "# ENTRYPOINT", "says ENTRYPOINT null"),
                arguments("USER", "ENV A=b\nUSER", "says ENV, Jib does not"),
                arguments("COPY target/quarkus-app/lib/ lib/\n", "", "says COPY"),
                arguments("lib/ lib/", "lib/ libraries/", "says COPY"),
                arguments("LABEL", "# LABEL", "has no labels"),
                arguments("title=\"payout", "title=\"payment", "label org.opencontainers"),
                arguments("image.vendor", "image.seller", "image.seller than Jib's"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("faultsOfSettings")
    void shows_a_fault_that_is_planted_into_what_jib_is_told(
            String name, String value, String fault) throws IOException {
        Properties planted = Contracts.settings(ONE);
        String before = planted.getProperty(DockerfileRules.BASE);
        planted.setProperty(name, value);

        assertThat(DockerfileRules.faults(
                        ONE,
                        // It follows, so that the base is the same here and there.
                        dockerfile(ONE).replace(before, planted.getProperty(DockerfileRules.BASE)),
                        planted))
                .singleElement()
                .satisfies(found -> assertThat(found).contains(fault));
    }

    static Stream<Arguments> faultsOfSettings() {
        String base = Contracts.settings(ONE).getProperty(DockerfileRules.BASE);
        return Stream.of(
                arguments(DockerfileRules.BASE, base.replaceAll("@.*", ""), "without a digest"),
                arguments(DockerfileRules.BASE, base.replaceAll(".$", ""), "without a digest"),
                arguments("quarkus.http.port", "8080", "says EXPOSE"),
                arguments("quarkus.jib.jvm-additional-arguments", "-Xint", "is not compared"),
                arguments("%prod.quarkus.jib.user", "0", "is not compared"));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("faultsOfTheComposition")
    void shows_a_fault_that_is_planted_into_the_composition(
            String right, String wrong, String fault) throws IOException {
        assertThat(CompositionRules.faults(plant(composition(), right, wrong)))
                .anySatisfy(found -> assertThat(found).contains(fault));
    }

    static Stream<Arguments> faultsOfTheComposition() {
        return Stream.of(
                arguments("KAFKA_BOOTSTRAP_SERVERS", "KAFKA_BOOTSTRAP", "contribution-service: s"),
                arguments("KAFKA_BOOTSTRAP_SERVERS", "KAFKA_BOOTSTRAP", "payout-service: sets KA"),
                arguments("DATASOURCE_USERNAME", "DATASOURCE_USER", "rating-service: sets QUARK"),
                arguments("DATASOURCE_PASSWORD", "DATASOURCE_PASS", "revenue-service: sets QUA"),
                arguments("VERIFY_PUBLICKEY_LOCATION", "VERIFY_KEY", "sets MP_JWT_VERIFY_KEY, wh"),
                arguments("MP_JWT_VERIFY_ISSUER", "MP_JWT_ISSUER", "sets MP_JWT_ISSUER, which n"),
                // One that is read when the service is built.
                arguments("DATASOURCE_USERNAME", "DATASOURCE_DB_KIND", "DB_KIND, which nothing"),
                arguments("URL: jdbc:postgresql://postgres/rating", "UR: x", "rating-service: s"),
                arguments("PAYOUT_DEBTOR_NAME:", "DEBTOR_NAME:", "sets DEBTOR_NAME, which no"),
                arguments("KAFKA_PROCESS_ROLES", "KAFKA_PROCESS_ROLE", "kafka: sets KAFKA_PROCE"),
                arguments("POSTGRES_PASSWORD", "POSTGRES_PASS", "postgres: sets POSTGRES_PASS"),
                arguments("  kafka:\n    image", "  broker:\n    image", "broker: sets KAFKA_NODE"),
                arguments("8083:8083", "8083:8080", "is not at its port 8083"),
                arguments("  payout-service:", "  payout:", "payout: sets QUARKUS_DATASOURCE"),
                arguments("create_host_path: false", "create_host_path: true", "Docker makes up"),
                arguments("bind: {create_host_path: false}", "", "Docker makes up"),
                arguments("[kafka:/var", "[./kafka:/var", "kafka: has a mount that Docker"));
    }

    private static String plant(String text, String right, String wrong) {
        assertThat(text).as("the place to plant it").contains(right);
        return text.replace(right, wrong);
    }

    private static String dockerfile(String service) throws IOException {
        return Files.readString(Path.of("..", "..", service, "Dockerfile"));
    }

    private static String composition() throws IOException {
        return Files.readString(Path.of("..", "compose.yaml"));
    }
}
