package org.commonfold.manifests;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What contracts/ and the services' own settings say. */
final class Contracts {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path KIT =
            ROOT.resolve("service-kit/src/main/resources/META-INF/microprofile-config.properties");
    private static final JsonNode ASYNC_API = Manifests.read(
            ROOT.resolve("contracts/src/main/resources/contracts/asyncapi/commonfold.yaml"));

    private Contracts() {}

    /** The channels, by the name of their topic. */
    static Map<String, JsonNode> channels() {
        Map<String, JsonNode> channels = new LinkedHashMap<>();
        ASYNC_API
                .path("channels")
                .forEach(one -> channels.put(one.path("address").asText(), one));
        return channels;
    }

    /** What a service does with which topic: {@code commons.log} to {@code [Read, Write]}. */
    static Map<String, Set<String>> operations(String service) {
        String prefix = service.replace("-service", "Service");
        Map<String, Set<String>> operations = new TreeMap<>();
        ASYNC_API.path("operations").properties().forEach(one -> {
            if (one.getKey().startsWith(prefix)) {
                String action = one.getValue().path("action").asText();
                operations
                        .computeIfAbsent(topic(one.getValue()), topic -> new TreeSet<>())
                        .add(action.equals("send") ? "Write" : "Read");
            }
        });
        return operations;
    }

    private static String topic(JsonNode operation) {
        String reference = operation.at("/channel/$ref").asText().substring("#".length());
        return ASYNC_API.at(reference).path("address").asText();
    }

    /** Its settings, and those of the kit that it does not override. */
    static Properties settings(String service) {
        Properties settings = new Properties();
        try (Reader kit = Files.newBufferedReader(KIT);
                Reader own = Files.newBufferedReader(
                        ROOT.resolve(service + "/src/main/resources/application.properties"))) {
            settings.load(kit);
            settings.load(own);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return settings;
    }
}
