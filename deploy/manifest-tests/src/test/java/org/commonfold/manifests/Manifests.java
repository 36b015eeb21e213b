package org.commonfold.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an overlay or a combination of components renders to. */
record Manifests(List<JsonNode> all) {

    /** In the order of the architecture. */
    static final List<String> SERVICES =
            List.of("contribution-service", "rating-service", "revenue-service", "payout-service");

    private static final YAMLMapper YAML = new YAMLMapper();

    static Manifests of(String rendered) {
        try {
            return new Manifests(YAML.readerFor(JsonNode.class)
                    .<JsonNode>readValues(rendered)
                    .readAll());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode read(Path yaml) {
        try {
            return YAML.readTree(Files.readString(yaml));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    Stream<JsonNode> ofKind(String kind) {
        return all.stream().filter(one -> one.path("kind").asText().equals(kind));
    }

    Optional<JsonNode> find(String kind, String name) {
        return ofKind(kind).filter(one -> name(one).equals(name)).findFirst();
    }

    /** Deployments and Jobs. */
    Stream<JsonNode> workloads() {
        return Stream.concat(ofKind("Deployment"), ofKind("Job"));
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** {@code Deployment rating-service}. */
    static String title(JsonNode object) {
        return object.path("kind").asText() + " " + name(object);
    }

    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    /** Each of our pods has one. */
    static JsonNode container(JsonNode workload) {
        return pod(workload).path("containers").path(0);
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return each(array).map(JsonNode::asText).toList();
    }

    /** The environment of a workload's container, without what secrets give. */
    Map<String, String> environment(JsonNode workload) {
        return environment(workload, (secret, key) -> "from the secret " + secret);
    }

    /**
     * The environment of a workload's container.
     *
     * @param secrets what a secret, by its name, has under a key; null where it has nothing
     */
    Map<String, String> environment(JsonNode workload, BiFunction<String, String, String> secrets) {
        Map<String, String> environment = new LinkedHashMap<>();
        each(container(workload).path("envFrom"))
                .map(from -> from.at("/configMapRef/name").asText())
                .map(name -> find("ConfigMap", name).orElseThrow())
                .forEach(map -> map.path("data")
                        .properties()
                        .forEach(one ->
                                environment.put(one.getKey(), one.getValue().asText())));
        each(container(workload).path("env")).forEach(one -> {
            JsonNode secret = one.at("/valueFrom/secretKeyRef");
            String value = secret.isMissingNode()
                    ? one.path("value").asText()
                    : secrets.apply(
                            secret.path("name").asText(), secret.path("key").asText());
            if (value != null) {
                environment.put(one.path("name").asText(), value);
            }
        });
        return environment;
    }

    /** The services whose Deployments are here, by name. */
    Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new LinkedHashMap<>();
        SERVICES.forEach(name ->
                find("Deployment", name).ifPresent(deployment -> services.put(name, deployment)));
        return services;
    }

    /** Collects what is wrong. */
    static final class Faults {

        private final List<String> found = new ArrayList<>();

        void unless(boolean holds, String object, String fault) {
            if (!holds) {
                found.add(object + ": " + fault);
            }
        }

        List<String> found() {
            return found;
        }
    }
}
