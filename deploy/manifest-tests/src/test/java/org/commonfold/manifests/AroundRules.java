package org.commonfold.manifests;

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

/** What scales our pods, routes to them and watches them. */
final class AroundRules {

    private static final Path OBSERVABILITY = Path.of("..", "observability");

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
            String namespace = one.at("/metadata/namespace").asText("commonfold");
            faults.unless(
                    trigger.path("bootstrapServers")
                            .asText()
                            .equals("commonfold-kafka-bootstrap." + namespace + ".svc:9093"),
                    title(one),
                    "asks for Kafka where it is not");
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
}
