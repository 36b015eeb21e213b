package org.commonfold.manifests;

import static org.commonfold.manifests.Manifests.container;
import static org.commonfold.manifests.Manifests.each;
import static org.commonfold.manifests.Manifests.name;
import static org.commonfold.manifests.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.manifests.Manifests.Faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Settings, secrets and images. */
final class SettingRules {

    private static final String SECRET = ".*(PASSWORD|JAAS|IBAN).*|.*_KEYS?";

    private static final Map<String, Settings> KNOWN = new ConcurrentHashMap<>();

    private SettingRules() {}

    /** Every name in an environment is one that the service reads when it starts. */
    static List<String> understood(Manifests manifests) {
        Faults faults = new Faults();
        manifests.workloads().forEach(one -> {
            String service = one.at("/metadata/labels/app.kubernetes.io~1name").asText();
            Settings known = KNOWN.computeIfAbsent(service, Settings::of);
            manifests
                    .environment(one)
                    .keySet()
                    .forEach(name -> faults.unless(
                            known.has(name), title(one), "sets " + name + ", which nothing reads"));
        });
        return faults.found();
    }

    /** No secret stands in a manifest, and what is secret is in no ConfigMap. */
    static List<String> secret(Manifests manifests) {
        Faults faults = new Faults();
        manifests.ofKind("Secret").forEach(one -> faults.unless(false, title(one), "is a secret"));
        manifests
                .workloads()
                .forEach(one -> each(container(one).path("env"))
                        .filter(setting -> setting.path("name").asText().matches(SECRET))
                        .forEach(setting -> faults.unless(
                                setting.at("/valueFrom/secretKeyRef").has("name"),
                                title(one),
                                setting.path("name").asText() + " is no reference to a secret")));
        manifests
                .ofKind("ConfigMap")
                .forEach(one -> one.path("data")
                        .fieldNames()
                        .forEachRemaining(name -> faults.unless(
                                !name.matches(SECRET), title(one), name + " is no secret here")));
        return faults.found();
    }

    /** Where a vault gives secrets, each that is needed comes from it or from an operator. */
    static List<String> provided(Manifests manifests) {
        return manifests.ofKind("ExternalSecret").findAny().isEmpty()
                        || manifests.ofKind("Cluster").findAny().isEmpty()
                ? List.of()
                : missing(manifests).stream()
                        .map(secret -> "Secret " + secret + ": comes from nobody")
                        .toList();
    }

    /** The secrets that pods and databases need and nothing here makes. */
    static Set<String> missing(Manifests manifests) {
        Set<String> secrets = new TreeSet<>();
        manifests
                .workloads()
                .flatMap(one -> one.findValues("secretKeyRef").stream())
                .filter(reference -> !reference.path("optional").asBoolean())
                .forEach(reference -> secrets.add(reference.path("name").asText()));
        manifests
                .workloads()
                .flatMap(one -> one.findValues("secretName").stream())
                .forEach(name -> secrets.add(name.asText()));
        manifests
                .ofKind("ObjectStore")
                .flatMap(one -> each(one.at("/spec/configuration/s3Credentials")))
                .forEach(reference -> secrets.add(reference.path("name").asText()));
        manifests
                .ofKind("TriggerAuthentication")
                .flatMap(one -> each(one.at("/spec/secretTargetRef")))
                .forEach(reference -> secrets.add(reference.path("name").asText()));
        Map.of(
                        "ExternalSecret",
                        "",
                        "KafkaUser",
                        "",
                        "Cluster",
                        "-app",
                        "Kafka",
                        "-cluster-ca-cert")
                .forEach((kind, suffix) ->
                        manifests.ofKind(kind).forEach(one -> secrets.remove(name(one) + suffix)));
        return secrets;
    }

    /** Each has its image, of this version, and its Job migrates with the same. */
    static List<String> images(Manifests manifests) {
        Faults faults = new Faults();
        String version = System.getProperty("project.version");
        manifests.services().forEach((service, one) -> {
            String image = container(one).path("image").asText();
            String group = Contracts.settings(service).getProperty("quarkus.container-image.group");
            faults.unless(
                    image.equals(group + "/" + service + ":" + version),
                    title(one),
                    "runs " + image);
            JsonNode job = manifests.find("Job", service + "-migration").orElse(one);
            faults.unless(
                    container(job).path("image").asText().equals(image)
                            && "true"
                                    .equals(manifests.environment(job).get("QUARKUS_INIT_AND_EXIT"))
                            && "false"
                                    .equals(manifests
                                            .environment(one)
                                            .get("QUARKUS_FLYWAY_MIGRATE_AT_START")),
                    title(one),
                    "is not migrated by a Job of its image");
        });
        return faults.found();
    }
}
