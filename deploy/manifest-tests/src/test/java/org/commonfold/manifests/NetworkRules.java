package org.commonfold.manifests;

import static org.commonfold.manifests.Manifests.each;
import static org.commonfold.manifests.Manifests.texts;
import static org.commonfold.manifests.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.manifests.Manifests.Faults;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom our pods may reach, and who may reach them. */
final class NetworkRules {

    private static final Set<String> PRIVATE = Set.of(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "100.64.0.0/10");
    private static final String PART_OF_US = "{\"app.kubernetes.io/part-of\":\"commonfold\"}";

    /** Ours, each other, their operator and Prometheus. */
    private static final Set<String> CALLERS_OF_DATABASES = Set.of(
            "commonfold: 5432",
            "Exists cnpg.io/cluster: 5432, 8000",
            "cnpg-system: 5432, 8000",
            "monitoring: 9187");

    private NetworkRules() {}

    /** Where there are policies at all, all is denied, and nothing private is opened to names. */
    static List<String> network(Manifests manifests) {
        Faults faults = new Faults();
        if (manifests.ofKind("NetworkPolicy").findAny().isEmpty()) {
            return List.of();
        }
        faults.unless(
                manifests
                        .find("NetworkPolicy", "default-deny")
                        .filter(NetworkRules::deniesAll)
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
        manifests
                .find("NetworkPolicy", "databases")
                .ifPresent(one -> faults.unless(
                        rules(one, "ingress", "from").equals(CALLERS_OF_DATABASES),
                        title(one),
                        "lets in " + rules(one, "ingress", "from")));
        manifests.workloads().forEach(one -> {
            Set<String> wanted = needed(manifests, one);
            Set<String> reached = opened(manifests, one, "egress", "to");
            faults.unless(
                    reached.equals(wanted), title(one), "reaches " + reached + ", needs " + wanted);
            Set<String> callers =
                    isServer(one) ? Set.of("gateway: http", "monitoring: management") : Set.of();
            Set<String> admitted = opened(manifests, one, "ingress", "from");
            faults.unless(admitted.equals(callers), title(one), "is reached by " + admitted);
        });
        return faults.found();
    }

    private static boolean deniesAll(JsonNode policy) {
        JsonNode spec = policy.path("spec");
        return spec.at("/podSelector/matchLabels").toString().equals(PART_OF_US)
                && texts(spec.path("policyTypes")).equals(List.of("Ingress", "Egress"))
                && !spec.has("ingress")
                && !spec.has("egress");
    }

    private static boolean isServer(JsonNode workload) {
        return workload.path("kind").asText().equals("Deployment");
    }

    /**
     * Names, its own database, and if it serves: Kafka, the keys of the identity provider, and
     * whoever collects spans.
     */
    private static Set<String> needed(Manifests manifests, JsonNode workload) {
        JsonNode labels = workload.at("/spec/template/metadata/labels");
        String service = labels.path("app.kubernetes.io/name").asText();
        Set<String> needed =
                new TreeSet<>(Set.of("kube-system/kube-dns: 53, 53", service + "-database: 5432"));
        if (!isServer(workload)) {
            return needed;
        }
        String collector = manifests
                .environment(workload)
                .getOrDefault("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317");
        needed.addAll(Set.of(
                "commonfold/Kafka: 9093",
                "0.0.0.0/0: 443",
                "2000::/3: 443",
                "monitoring: " + URI.create(collector).getPort()));
        if (service.equals("revenue-service")) {
            String ports =
                    Contracts.settings(service).getProperty("webhooks.ports").replace(",", ", ");
            needed.addAll(Set.of("0.0.0.0/0: " + ports, "2000::/3: " + ports));
        }
        return needed;
    }

    /** Whom the policies let a workload's pods reach, or be reached by, and on which ports. */
    private static Set<String> opened(
            Manifests manifests, JsonNode workload, String direction, String side) {
        JsonNode labels = workload.at("/spec/template/metadata/labels");
        return manifests
                .ofKind("NetworkPolicy")
                .filter(policy -> isSelected(labels, policy.at("/spec/podSelector")))
                .flatMap(policy -> rules(policy, direction, side).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rules(JsonNode policy, String direction, String side) {
        Set<String> opened = new TreeSet<>();
        each(policy.at("/spec/" + direction)).forEach(rule -> {
            String ports = each(rule.path("ports"))
                    .map(one -> one.path("port").asText())
                    .collect(Collectors.joining(", "));
            if (rule.path(side).isEmpty()) {
                opened.add("anybody: " + ports);
            }
            each(rule.path(side)).forEach(peer -> opened.add(name(peer) + ": " + ports));
        });
        return opened;
    }

    private static boolean isSelected(JsonNode labels, JsonNode selector) {
        return selector.path("matchLabels").properties().stream()
                        .allMatch(one -> labels.path(one.getKey()).equals(one.getValue()))
                && each(selector.path("matchExpressions"))
                        // What is not understood is taken for one that selects us.
                        .allMatch(one -> !one.path("operator").asText().equals("Exists")
                                || labels.has(one.path("key").asText()));
    }

    /** {@code 0.0.0.0/0}, or what the labels must be. */
    private static String name(JsonNode peer) {
        if (peer.has("ipBlock")) {
            return peer.at("/ipBlock/cidr").asText();
        }
        return Stream.of("/namespaceSelector", "/podSelector")
                .map(peer::at)
                .flatMap(selector -> Stream.concat(
                        selector.path("matchLabels").properties().stream()
                                .map(label -> label.getValue().asText()),
                        each(selector.path("matchExpressions"))
                                .map(one -> one.path("operator").asText() + " "
                                        + one.path("key").asText())))
                .collect(Collectors.joining("/"));
    }
}
