package org.commonfold.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@DisplayName("What is there for those with Docker")
class DockerIT {

    static final List<String> SERVICES = Manifests.SERVICES;

    private static final Path ROOT = Path.of("..", "..");
    /** What the build leaves beside the application. */
    private static final Set<String> NOT_FOR_IMAGES = Set.of("quarkus-app-dependencies.txt");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void is_a_dockerfile_of_the_image_that_jib_makes(String service) throws IOException {
        Properties settings = Contracts.settings(service);

        assertThat(lines(service))
                .contains(
                        "FROM " + settings.getProperty("quarkus.jib.base-jvm-image"),
                        "USER " + settings.getProperty("quarkus.jib.user"),
                        "WORKDIR " + settings.getProperty("quarkus.jib.working-directory"),
                        "EXPOSE %s %s"
                                .formatted(
                                        settings.getProperty("quarkus.http.port"),
                                        settings.getProperty("quarkus.management.port")));
        assertThat(labels(service))
                .isNotEmpty()
                .allSatisfy((name, value) -> assertThat(value)
                        .as(name)
                        .isEqualTo(settings.getProperty(
                                        "quarkus.container-image.labels.\"" + name + "\"")
                                .replace("${quarkus.application.name}", service)));
    }

    private static Map<String, String> labels(String service) throws IOException {
        return Pattern.compile("(org\\.opencontainers\\.[a-z.]+)=\"([^\"]*)\"")
                .matcher(String.join("\n", lines(service)))
                .results()
                .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void copies_all_of_the_application(String service) throws IOException {
        Set<String> copied = lines(service).stream()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> line.split("[ /]")[3])
                .collect(Collectors.toSet());

        try (Stream<Path> built = Files.list(ROOT.resolve(service + "/target/quarkus-app"))) {
            assertThat(built.map(file -> file.getFileName().toString())
                            .filter(name -> !NOT_FOR_IMAGES.contains(name)))
                    .hasSameElementsAs(copied);
        }
    }

    @Test
    void is_a_composition_whose_settings_the_services_know() {
        JsonNode services = Manifests.read(ROOT.resolve("deploy/compose.yaml")).path("services");

        for (String service : SERVICES) {
            String port = Contracts.settings(service).getProperty("quarkus.http.port");
            JsonNode one = services.path(service);
            assertThat(one.at("/ports/0").asText()).endsWith(":%s:%s".formatted(port, port));
            Settings known = Settings.of(service);
            assertThat(one.path("environment").properties())
                    .extracting(Map.Entry::getKey)
                    .filteredOn(name -> !name.equals("<<"))
                    .allMatch(known::has);
        }
    }

    private static List<String> lines(String service) throws IOException {
        return Files.readAllLines(ROOT.resolve(service).resolve("Dockerfile"));
    }
}
