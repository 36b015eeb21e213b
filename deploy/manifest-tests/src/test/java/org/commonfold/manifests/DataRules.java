package org.commonfold.manifests;

import static org.commonfold.manifests.Manifests.name;
import static org.commonfold.manifests.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.manifests.Manifests.Faults;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The databases, and what must outlive everything. */
final class DataRules {

    /** Of PostgreSQL for superusers and of CloudNativePG for itself and its standbys. */
    private static final int CONNECTIONS_OF_OTHERS = 20;

    private DataRules() {}

    /** Of a stated image, and every pod that there may be finds its connections. */
    static List<String> databases(Manifests manifests) {
        Faults faults = new Faults();
        manifests.ofKind("Cluster").forEach(one -> {
            faults.unless(
                    one.at("/spec/imageName").asText().matches(".+:17\\..+@sha256:[0-9a-f]{64}"),
                    title(one),
                    "is not a certain PostgreSQL 17");
            String service = name(one).replace("-database", "");
            faults.unless(
                    !one.at("/spec/managed/roles").isArray()
                            || !isOwner(manifests.services().get(service), name(one)),
                    title(one),
                    "belongs to the pods that use it");
            int connections = pods(manifests, service) * pool(service) + CONNECTIONS_OF_OTHERS;
            faults.unless(
                    one.at("/spec/postgresql/parameters/max_connections").asInt() >= connections,
                    title(one),
                    "has fewer than " + connections + " connections");
        });
        return faults.found();
    }

    private static boolean isOwner(JsonNode deployment, String cluster) {
        return deployment.findValues("secretKeyRef").stream()
                .anyMatch(secret -> secret.path("name").asText().equals(cluster + "-app"));
    }

    /** As many as may run, with those that a rollout adds. */
    private static int pods(Manifests manifests, String service) {
        JsonNode deployment = manifests.services().get(service);
        int surge = deployment.at("/spec/strategy/rollingUpdate/maxSurge").asInt();
        int scaled = Stream.concat(
                        manifests.ofKind("HorizontalPodAutoscaler"),
                        manifests.ofKind("ScaledObject"))
                .filter(one -> one.at("/spec/scaleTargetRef/name").asText().equals(service))
                .mapToInt(one -> one.at("/spec/maxReplicas").asInt()
                        + one.at("/spec/maxReplicaCount").asInt())
                .findFirst()
                .orElse(deployment.at("/spec/replicas").asInt());
        return scaled + surge;
    }

    private static int pool(String service) {
        Properties settings = Contracts.settings(service);
        return Stream.of("reactive", "jdbc")
                .map(kind -> settings.getProperty("quarkus.datasource." + kind + ".max-size"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** Where there are backups, every database has one a day and archives what changes. */
    static List<String> backups(Manifests manifests) {
        Faults faults = new Faults();
        if (manifests.ofKind("ObjectStore").findAny().isEmpty()) {
            return List.of();
        }
        Set<String> stores = new TreeSet<>();
        manifests.ofKind("ObjectStore").forEach(one -> stores.add(name(one)));
        Set<String> daily = new TreeSet<>();
        manifests.ofKind("ScheduledBackup").forEach(one -> {
            String schedule = one.at("/spec/schedule").asText();
            faults.unless(schedule.matches("0 \\d+ \\d+ \\* \\* \\*"), title(one), schedule);
            daily.add(one.at("/spec/cluster/name").asText());
        });
        manifests.ofKind("Cluster").forEach(one -> {
            JsonNode plugin = one.at("/spec/plugins/0");
            faults.unless(
                    plugin.path("isWALArchiver").asBoolean()
                            && stores.contains(
                                    plugin.at("/parameters/barmanObjectName").asText()),
                    title(one),
                    "archives nothing");
            faults.unless(daily.contains(name(one)), title(one), "is not backed up every day");
        });
        return faults.found();
    }

    /** What Argo CD may not delete, it may not delete with its namespace either. */
    static List<String> kept(Manifests manifests) {
        Faults faults = new Faults();
        if (manifests.ofKind("Kafka").noneMatch(DataRules::isKept)) {
            return List.of();
        }
        Stream.of("Namespace", "KafkaNodePool", "KafkaTopic", "Cluster", "ObjectStore")
                .flatMap(manifests::ofKind)
                .forEach(one -> faults.unless(isKept(one), title(one), "may be deleted"));
        return faults.found();
    }

    static boolean isKept(JsonNode object) {
        return object.at("/metadata/annotations/argocd.argoproj.io~1sync-options")
                .asText()
                .equals("Prune=false,Delete=false");
    }
}
