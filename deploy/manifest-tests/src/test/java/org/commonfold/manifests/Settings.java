package org.commonfold.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which names a service understands in its environment: Quarkus's that are read at run time, as the
 * jars of the built service document them, Kafka's, those of the tokens, and its own.
 */
final class Settings {

    private static final Path ROOT = Path.of("..", "..");
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final JsonMapper JSON = new JsonMapper();
    /** The virtual machine's, and those of the C library beneath it. */
    private static final Set<String> BENEATH = Set.of("JAVA_TOOL_OPTIONS", "MALLOC_ARENA_MAX");

    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"(.+)\"\\)");
    private static final Pattern MEMBER = Pattern.compile("(?m)^ {4}\\S.* (\\w+)\\(\\);$");

    private final Set<String> names = new TreeSet<>(BENEATH);

    private Settings() {}

    static Settings of(String service) {
        Settings settings = new Settings();
        try {
            settings.addOfJars(ROOT.resolve(service).resolve("target/quarkus-app/lib/main"));
            settings.addMappings(ROOT.resolve(service).resolve("src/main/java"));
            settings.addMappings(ROOT.resolve("service-kit/src/main/java"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // Quarkus's own names are its documentation's to say: one read at build time does nothing.
        Contracts.settings(service).stringPropertyNames().stream()
                .filter(name -> !name.startsWith("quarkus."))
                .forEach(settings::add);
        Stream.of(
                        ConsumerConfig.configNames(),
                        ProducerConfig.configNames(),
                        AdminClientConfig.configNames())
                .flatMap(Set::stream)
                .forEach(name -> settings.add("kafka." + name));
        return settings;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    private void add(String property) {
        names.add(property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    }

    private void addOfJars(Path directory) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(directory)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry model = zip.getEntry(MODEL);
                if (model != null) {
                    try (InputStream in = zip.getInputStream(model)) {
                        addQuarkus(JSON.readTree(in));
                    }
                }
                addTokens(zip);
            }
        }
    }

    private void addQuarkus(JsonNode model) {
        for (JsonNode property : model.findParents("phase")) {
            if (property.path("phase").asText().equals("RUN_TIME")) {
                names.add(property.at("/path/environmentVariable").asText());
                names.addAll(
                        property.path("additionalPaths").findValuesAsText("environmentVariable"));
            }
        }
    }

    /** MicroProfile's names are constants, SmallRye's are written where they are injected. */
    private void addTokens(ZipFile zip) throws IOException {
        for (String file : List.of(
                "org/eclipse/microprofile/jwt/config/Names.class",
                "io/smallrye/jwt/config/JWTAuthContextInfoProvider.class")) {
            ZipEntry entry = zip.getEntry(file);
            if (entry != null) {
                try (InputStream in = zip.getInputStream(entry)) {
                    String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    Matcher name =
                            Pattern.compile("(mp|smallrye)\\.jwt\\.[a-z.-]+").matcher(constants);
                    while (name.find()) {
                        add(name.group());
                    }
                }
            }
        }
    }

    private void addMappings(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher mapping = MAPPING.matcher(source);
                if (mapping.find()) {
                    Matcher member = MEMBER.matcher(source);
                    while (member.find()) {
                        String kebab = member.group(1).replaceAll("([A-Z])", "-$1");
                        add(mapping.group(1) + "." + kebab);
                    }
                }
            }
        }
    }
}
