package org.commonfold.manifests;

import static org.commonfold.manifests.Manifests.each;
import static org.commonfold.manifests.Manifests.texts;
import static org.commonfold.manifests.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.manifests.Manifests.Faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What scales our pods, reaches them, and what they may reach. */
final class AroundRules {

    private static final Set<String> PRIVATE = Set.of(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "100.64.0.0/10");
    private static final Path OBSERVABILITY = Path.of("..", "observability");
    private static final String PART_OF_US = "{\"app.kubernetes.io/part-of\":\"commonfold\"}";

    private AroundRules() {}

    /** One scaler a Deployment, which then has no number of its own; two pods at least. */
    static List<String> scaling(Manifests manifests) {
        Faults faults = new Faults();
        Set<String> scaled = new TreeSet<>();
        Stream.concat(manifests.ofKind("HorizontalPodAutoscaler"), manifests.ofKind("ScaledObject"))
                .forEach(one -> {
                    String target = one.at("/spec/scaleTargetRef/name").asText();
                    JsonNode deployment = manifests.find("Deployment", target).orElse(one);
                    faults.unless(
                            deployment != one && !deployment.path("spec").has("replicas"),
                            title(one),
                            "scales no Deployment, or one with replicas");
                    faults.unless(scaled.add(target), title(one), "is a second scaler");
                    int min = one.at("/spec/minReplicas").asInt()
                            + one.at("/spec/minReplicaCount").asInt();
                    faults.unless(min >= 2, title(one), "goes below two");
                });
        manifests.ofKind("ScaledObject").forEach(one -> {
            JsonNode trigger = one.at("/spec/triggers/0/metadata");
            JsonNode channel = Contracts.channels().get(trigger.path("topic").asText());
            String group = Contracts.settings(
                            one.at("/spec/scaleTargetRef/name").asText())
                    .getProperty("mp.messaging.incoming.log.group.id");
            faults.unless(
                    channel != null
                            && channel.at("/bindings/kafka/partitions").asInt()
                                    == one.at("/spec/maxReplicaCount").asInt()
                            && group.equals(trigger.path("consumerGroup").asText()),
                    title(one),
                    "does not follow its group on its topic, or goes beyond the partitions");
        });
        return faults.found();
    }

    /** Whoever routes requests routes them to the port http of a service that is here. */
    static List<String> routes(Manifests manifests) {
        Faults faults = new Faults();
        manifests
                .ofKind("Ingress")
                .forEach(one -> one.findValues("backend").forEach(backend -> {
                    JsonNode service = backend.path("service");
                    faults.unless(
                            manifests
                                            .find(
                                                    "Service",
                                                    service.path("name").asText())
                                            .isPresent()
                                    && service.at("/port/name").asText().equals("http"),
                            title(one),
                            "routes to nobody");
                }));
        manifests
                .ofKind("HTTPRoute")
                .forEach(one -> one.findValues("backendRefs").stream()
                        .flatMap(Manifests::each)
                        .forEach(backend -> faults.unless(
                                manifests
                                        .find("Service", backend.path("name").asText())
                                        .filter(service -> service.at("/spec/ports/0/port")
                                                .equals(backend.path("port")))
                                        .isPresent(),
                                title(one),
                                "routes to nobody")));
        return faults.found();
    }

    /** Where there are policies at all, all is denied, and nothing private is opened to names. */
    static List<String> network(Manifests manifests) {
        Faults faults = new Faults();
        if (manifests.ofKind("NetworkPolicy").findAny().isEmpty()) {
            return List.of();
        }
        faults.unless(
                manifests
                        .find("NetworkPolicy", "default-deny")
                        .filter(AroundRules::deniesAll)
                        .isPresent(),
                "Policies",
                "do not deny what they do not name");
        manifests
                .ofKind("NetworkPolicy")
                .forEach(one -> one.findValues("ipBlock").stream()
                        .filter(block -> !block.path("cidr").asText().contains(":"))
                        .forEach(block -> faults.unless(
                                texts(block.path("except")).containsAll(PRIVATE),
                                title(one),
                                "reaches private addresses")));
        manifests.workloads().forEach(one -> {
            Set<String> wanted = needed(one);
            Set<String> reached = reached(manifests, one);
            faults.unless(
                    reached.equals(wanted), title(one), "reaches " + reached + ", needs " + wanted);
        });
        return faults.found();
    }

    /** Names, its own database, and if it serves: Kafka, and the keys of the identity provider. */
    private static Set<String> needed(JsonNode workload) {
        JsonNode labels = workload.at("/spec/template/metadata/labels");
        String service = labels.path("app.kubernetes.io/name").asText();
        Set<String> needed =
                new TreeSet<>(Set.of("kube-system/kube-dns: 53, 53", service + "-database: 5432"));
        if (workload.path("kind").asText().equals("Deployment")) {
            needed.addAll(Set.of("commonfold/Kafka: 9093", "0.0.0.0/0: 443", "2000::/3: 443"));
        }
        if (service.equals("revenue-service") && needed.contains("0.0.0.0/0: 443")) {
            String ports =
                    Contracts.settings(service).getProperty("webhooks.ports").replace(",", ", ");
            needed.addAll(Set.of("0.0.0.0/0: " + ports, "2000::/3: " + ports));
        }
        return needed;
    }

    /** Whom the policies let a workload's pods reach, and on which ports. */
    private static Set<String> reached(Manifests manifests, JsonNode workload) {
        JsonNode labels = workload.at("/spec/template/metadata/labels");
        Set<String> reached = new TreeSet<>();
        manifests
                .ofKind("NetworkPolicy")
                .filter(policy -> policy.at("/spec/podSelector/matchLabels").properties().stream()
                        .allMatch(label -> labels.path(label.getKey()).equals(label.getValue())))
                .flatMap(policy -> each(policy.at("/spec/egress")))
                .forEach(rule -> {
                    String ports = String.join(", ", fields(rule.path("ports"), "port"));
                    if (rule.path("to").isEmpty()) {
                        reached.add("anybody: " + ports);
                    }
                    each(rule.path("to")).forEach(to -> reached.add(peer(to) + ": " + ports));
                });
        return reached;
    }

    /** {@code 0.0.0.0/0}, or what the labels must be. */
    private static String peer(JsonNode to) {
        return to.has("ipBlock")
                ? to.at("/ipBlock/cidr").asText()
                : Stream.of("/namespaceSelector", "/podSelector")
                        .flatMap(selector -> to.at(selector + "/matchLabels").properties().stream())
                        .map(label -> label.getValue().asText())
                        .collect(Collectors.joining("/"));
    }

    /** Whoever scrapes us has the rules and the dashboards that we test. */
    static List<String> watched(Manifests manifests) {
        Faults faults = new Faults();
        if (manifests.ofKind("PodMonitor").findAny().isEmpty()) {
            return List.of();
        }
        faults.unless(
                manifests
                        .find("PrometheusRule", "commonfold")
                        .map(rule -> rule.path("spec"))
                        .filter(
                                Manifests.read(OBSERVABILITY.resolve("prometheus/alerts.yaml"))
                                        ::equals)
                        .isPresent(),
                "Alerts",
                "are not those of deploy/observability (operator.sh writes them)");
        faults.unless(
                manifests
                        .find("ConfigMap", "commonfold-dashboards")
                        .map(map -> map.path("data").properties().stream()
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toCollection(TreeSet::new)))
                        .filter(dashboards()::equals)
                        .isPresent(),
                "Dashboards",
                "are not all those of deploy/observability");
        return faults.found();
    }

    private static Set<String> dashboards() {
        try (Stream<Path> files = Files.list(OBSERVABILITY.resolve("grafana/dashboards"))) {
            return files.map(one -> one.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<String> fields(JsonNode array, String field) {
        return each(array).map(one -> one.path(field).asText()).toList();
    }

    private static boolean deniesAll(JsonNode policy) {
        JsonNode spec = policy.path("spec");
        return spec.at("/podSelector/matchLabels").toString().equals(PART_OF_US)
                && texts(spec.path("policyTypes")).equals(List.of("Ingress", "Egress"))
                && !spec.has("ingress")
                && !spec.has("egress");
    }
}
