package org.commonfold.manifests;

import static org.commonfold.manifests.Manifests.container;
import static org.commonfold.manifests.Manifests.each;
import static org.commonfold.manifests.Manifests.pod;
import static org.commonfold.manifests.Manifests.texts;
import static org.commonfold.manifests.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.manifests.Manifests.Faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every pod must be, and what must be around it. */
final class PodRules {

    private static final Map<String, String> PROBES = Map.of(
            "startupProbe", "/q/health/started",
            "readinessProbe", "/q/health/ready",
            "livenessProbe", "/q/health/live");

    private static final Set<String> NODES_AND_ZONES =
            Set.of("kubernetes.io/hostname", "topology.kubernetes.io/zone");

    /** Those that Pod Security admits, of which we have use. */
    private static final Set<String> VOLUMES = Set.of("emptyDir", "secret", "configMap");

    private PodRules() {}

    /** Pod Security "restricted", and more: nothing to write on, no token, a limit of memory. */
    static List<String> restricted(Manifests manifests) {
        Faults faults = new Faults();
        manifests.workloads().forEach(one -> {
            JsonNode pod = pod(one);
            String title = title(one);
            faults.unless(
                    pod.at("/securityContext/runAsNonRoot").asBoolean(), title, "may be root");
            faults.unless(
                    pod.at("/securityContext/seccompProfile/type")
                            .asText()
                            .equals("RuntimeDefault"),
                    title,
                    "has no seccomp profile");
            faults.unless(
                    !pod.path("automountServiceAccountToken").asBoolean(true),
                    title,
                    "has a token of the API server");
            faults.unless(
                    Stream.of("hostNetwork", "hostPID", "hostIPC")
                            .noneMatch(shared -> pod.path(shared).asBoolean()),
                    title,
                    "shares its host's namespaces");
            each(pod.path("volumes"))
                    .forEach(volume -> faults.unless(
                            VOLUMES.stream().anyMatch(volume::has), title, "mounts " + volume));
            Stream.of("containers", "initContainers", "ephemeralContainers")
                    .flatMap(kind -> each(pod.path(kind)))
                    .forEach(container -> restricted(container, title, faults));
        });
        return faults.found();
    }

    private static void restricted(JsonNode container, String title, Faults faults) {
        JsonNode may = container.path("securityContext");
        faults.unless(!may.path("allowPrivilegeEscalation").asBoolean(true), title, "may escalate");
        faults.unless(!may.path("privileged").asBoolean(), title, "is privileged");
        faults.unless(
                may.path("runAsNonRoot").asBoolean(true)
                        && may.path("runAsUser").asInt(1) != 0,
                title,
                "may be root");
        faults.unless(!may.has("seccompProfile"), title, "has a seccomp profile of its own");
        faults.unless(
                each(container.path("ports")).noneMatch(port -> port.has("hostPort")),
                title,
                "listens on its host");
        faults.unless(
                may.path("readOnlyRootFilesystem").asBoolean(), title, "may write on its root");
        faults.unless(
                texts(may.at("/capabilities/drop")).equals(List.of("ALL"))
                        && may.at("/capabilities/add").isEmpty(),
                title,
                "keeps capabilities");
        faults.unless(
                container.at("/resources/limits").has("memory"), title, "has no limit of memory");
    }

    /** As many, and as far apart, that one node may go; stopped as gently as they ask for. */
    static List<String> available(Manifests manifests) {
        Faults faults = new Faults();
        manifests.services().forEach((name, one) -> {
            int replicas = one.at("/spec/replicas").asInt(2);
            faults.unless(replicas >= 2, title(one), "is one pod alone");
            faults.unless(
                    one.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1) == 0,
                    title(one),
                    "is fewer during a rollout");
            faults.unless(
                    spread(one).equals(NODES_AND_ZONES),
                    title(one),
                    "is not spread over nodes and zones");
            faults.unless(
                    manifests
                            .find("PodDisruptionBudget", name)
                            .map(budget -> budget.at("/spec/selector"))
                            .filter(one.at("/spec/selector")::equals)
                            .isPresent(),
                    title(one),
                    "has no disruption budget");
            Duration drain = Duration.parse("PT"
                    + manifests.environment(one).getOrDefault("QUARKUS_SHUTDOWN_TIMEOUT", "10s"));
            long pause = container(one).at("/lifecycle/preStop/sleep/seconds").asLong();
            faults.unless(
                    pod(one).path("terminationGracePeriodSeconds").asLong()
                            > pause + drain.toSeconds(),
                    title(one),
                    "is killed before it has drained");
        });
        return faults.found();
    }

    /** Over what its own pods are spread. */
    private static Set<String> spread(JsonNode deployment) {
        return each(pod(deployment).path("topologySpreadConstraints"))
                .filter(one -> one.path("labelSelector").equals(deployment.at("/spec/selector")))
                .map(one -> one.path("topologyKey").asText())
                .collect(Collectors.toSet());
    }

    /** A version in a selector would leave the pods of the one before behind. */
    static List<String> selected(Manifests manifests) {
        Faults faults = new Faults();
        manifests
                .all()
                .forEach(one -> one.findValues("matchLabels")
                        .forEach(labels -> faults.unless(
                                !labels.has("app.kubernetes.io/version") && !labels.has("version"),
                                title(one),
                                "selects by version")));
        manifests.ofKind("Service").forEach(service -> {
            long targets = manifests
                    .workloads()
                    .filter(one -> matches(one, service.at("/spec/selector")))
                    .count();
            faults.unless(targets == 1, title(service), "selects " + targets + " workloads");
        });
        return faults.found();
    }

    private static boolean matches(JsonNode workload, JsonNode selector) {
        JsonNode labels = workload.at("/spec/template/metadata/labels");
        return selector.properties().stream()
                .allMatch(one -> labels.path(one.getKey()).equals(one.getValue()));
    }

    /** Ports are what the environment says, and probes ask on the management port. */
    static List<String> ports(Manifests manifests) {
        Faults faults = new Faults();
        manifests.services().forEach((name, one) -> {
            Map<String, String> environment = manifests.environment(one);
            JsonNode ports = container(one).path("ports");
            faults.unless(
                    port(ports, "http").equals(environment.get("QUARKUS_HTTP_PORT")),
                    title(one),
                    "does not listen on its port http");
            faults.unless(
                    port(ports, "management").equals(environment.get("QUARKUS_MANAGEMENT_PORT")),
                    title(one),
                    "does not listen on its port management");
            PROBES.forEach((probe, path) -> {
                JsonNode get = container(one).path(probe).path("httpGet");
                faults.unless(
                        get.path("path").asText().equals(path)
                                && get.path("port").asText().equals("management"),
                        title(one),
                        "has a wrong " + probe);
            });
        });
        manifests.ofKind("PodMonitor").forEach(one -> {
            JsonNode scraped = one.at("/spec/podMetricsEndpoints/0");
            faults.unless(
                    scraped.path("port").asText().equals("management")
                            && scraped.path("path").asText().equals("/q/metrics"),
                    title(one),
                    "scrapes where no metrics are");
        });
        return faults.found();
    }

    private static String port(JsonNode ports, String name) {
        return each(ports)
                .filter(one -> one.path("name").asText().equals(name))
                .map(one -> one.path("containerPort").asText())
                .findFirst()
                .orElse("none");
    }
}
