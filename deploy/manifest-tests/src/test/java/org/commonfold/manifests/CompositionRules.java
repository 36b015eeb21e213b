package org.commonfold.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.commonfold.manifests.Manifests.Faults;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A composition (compose.yaml) sets what its containers read, and mounts what is there. */
final class CompositionRules {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Settings> KNOWN = new ConcurrentHashMap<>();
    /** As apache/kafka takes the broker's settings. */
    private static final Set<String> KAFKA = AbstractKafkaConfig.CONFIG_DEF.names().stream()
            .map(name -> "KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    /** As the page of the image names them. */
    private static final Set<String> POSTGRES = Set.of(
            "POSTGRES_PASSWORD", "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_INITDB_ARGS", "PGDATA");

    private CompositionRules() {}

    static List<String> faults(String yaml) {
        Faults faults = new Faults();
        JsonNode services = read(yaml).path("services");
        Set<String> names = new TreeSet<>(Manifests.SERVICES);
        services.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode one = services.path(name);
            understood(name, one.path("environment"), faults);
            mounted(name, one.path("volumes"), faults);
            if (Manifests.SERVICES.contains(name)) {
                String port = Contracts.settings(name).getProperty("quarkus.http.port");
                faults.unless(
                        one.at("/ports/0").asText().equals("127.0.0.1:" + port + ":" + port),
                        name,
                        "is not at its port " + port);
            }
        }
        return faults.found();
    }

    /** Jackson would leave merge keys ({@code <<}) and aliases as they stand. */
    private static JsonNode read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object read = new Yaml(new SafeConstructor(options)).load(yaml);
        return JSON.valueToTree(read);
    }

    private static void understood(String name, JsonNode environment, Faults faults) {
        Predicate<String> known = known(name);
        faults.unless(environment.isObject(), name, "has an environment without names");
        environment
                .fieldNames()
                .forEachRemaining(variable -> faults.unless(
                        known.test(variable), name, "sets " + variable + ", which nothing reads"));
    }

    private static Predicate<String> known(String name) {
        if (Manifests.SERVICES.contains(name)) {
            return KNOWN.computeIfAbsent(name, Settings::of)::has;
        }
        return Map.of("kafka", KAFKA, "postgres", POSTGRES).getOrDefault(name, Set.of())::contains;
    }

    /** What is missing on the machine is an error, and no directory that Docker makes. */
    private static void mounted(String name, JsonNode volumes, Faults faults) {
        volumes.forEach(volume -> faults.unless(
                volume.asText().matches("[a-z]+:.+")
                        || volume.at("/bind/create_host_path").asText().equals("false"),
                name,
                "has a mount that Docker makes up"));
    }
}
