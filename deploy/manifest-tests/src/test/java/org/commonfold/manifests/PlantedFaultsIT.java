package org.commonfold.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

@DisplayName("A fault that is planted into the manifests")
class PlantedFaultsIT {

    private static String rendered;

    @BeforeAll
    static void render() {
        assumeTrue(Kustomize.isThere(), "no kubectl 1.27 or newer here: manifests are not tested");
        String ingress = Stream.of(Kustomize.base(List.of("ingress")).split("---\n"))
                .filter(one -> one.contains("kind: Ingress"))
                .findFirst()
                .orElseThrow();
        rendered = Kustomize.overlay("production") + "---\n" + ingress;
        assertThat(ManifestsIT.faults(Manifests.of(rendered))).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("faults")
    void is_found(String right, String wrong, String fault) {
        String planted = rendered.replace(right, wrong);
        assertThat(planted).as("the place to plant it").isNotEqualTo(rendered);

        assertThat(ManifestsIT.faults(Manifests.of(planted)))
                .anySatisfy(found -> assertThat(found).contains(fault));
    }

    /** In no manifest: a service whose settings name other topics than its contract. */
    @Test
    void of_a_subscription_is_found() {
        Properties planted = new Properties();
        planted.setProperty("log.topics", "payouts.log");

        assertThat(KafkaRules.subscriptions(Manifests.of(rendered), service -> planted))
                .hasSize(4)
                .allSatisfy(found -> assertThat(found).endsWith("not [payouts.log]"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        types(),
                        pods(),
                        admission(),
                        availability(),
                        settings(),
                        kafka(),
                        scaling(),
                        network(),
                        data())
                .flatMap(one -> one);
    }

    private static Stream<Arguments> types() {
        return Stream.of(
                arguments("readinessProbe:", "redinessProbe:", "redinessProbe"),
                arguments("    retention.ms: -1", "  retentionMs: -1", "retentionMs"),
                arguments("HistoryLimit: 5", "HistoryLimit: five", "five"),
                arguments("maxReplicaCount:", "maxReplicas:", "unknown field spec.maxReplicas"),
                arguments("instances: 3", "replicas: 3", "unknown field spec.replicas"),
                arguments("kafka.strimzi.io/v1", "kafka.strimzi.io/v1beta2", "of no known type"));
    }

    private static Stream<Arguments> pods() {
        return Stream.of(
                arguments("runAsNonRoot: true", "runAsNonRoot: false", "may be root"),
                arguments("type: RuntimeDefault", "type: Unconfined", "no seccomp profile"),
                arguments("Escalation: false", "Escalation: true", "may escalate"),
                arguments("Filesystem: true", "Filesystem: false", "may write on its root"),
                arguments("- ALL", "- CHOWN", "keeps capabilities"),
                arguments("Token: false", "Token: true", "a token of the API server"),
                arguments("limits:\n            memory", "limits:\n            cpu", "no limit"),
                arguments("  port: management", "  port: http", "has a wrong readinessProbe"),
                arguments("/q/health/live", "/q/health", "has a wrong livenessProbe"),
                arguments("containerPort: 8080", "containerPort: 8081", "its port http"),
                arguments("_MANAGEMENT_PORT: \"9000\"", "_MANAGEMENT_PORT: \"9\"", "management"),
                arguments("path: /q/metrics", "path: /metrics", "scrapes where no metrics are"),
                arguments("containers:\n", "containers:\n      - name: beside\n", "may escalate"),
                arguments("alert: LogCutOff", "alert: LogCut", "are not those of deploy"),
                arguments("  money.json: ", "  gold.json: ", "are not all those of deploy"));
    }

    /** What Pod Security would refuse. */
    private static Stream<Arguments> admission() {
        return Stream.of(
                arguments("Links: false", "Links: false\n      hostPID: true", "host's namespaces"),
                arguments("emptyDir:\n          sizeLimit: 256Mi", "hostPath: {path: /}", "mounts"),
                arguments(
                        "Filesystem: true",
                        "Filesystem: true\n          privileged: true",
                        "privileged"),
                arguments(
                        "Filesystem: true",
                        "Filesystem: true\n          runAsUser: 0",
                        "may be root"),
                arguments(
                        "Filesystem: true",
                        "Filesystem: true\n          seccompProfile: {type: Unconfined}",
                        "a seccomp profile of its own"),
                arguments(
                        "            drop:",
                        "            add: [NET_ADMIN]\n            drop:",
                        "keeps capabilities"),
                arguments(
                        "Port: 8080", "Port: 8080\n          hostPort: 80", "listens on its host"));
    }

    private static Stream<Arguments> data() {
        return Stream.of(
                arguments("postgresql:17.", "postgresql:18.", "a certain PostgreSQL 17"),
                arguments("-bookworm@sha256", "-bookworm-sha256", "a certain PostgreSQL 17"),
                arguments("max_connections: \"300\"", "max_connections: \"200\"", "connections"),
                arguments(
                        "USERNAME\n          valueFrom:\n            secretKeyRef:\n"
                                + "              key: username\n"
                                + "              name: payout-service-database-service",
                        "USERNAME\n          valueFrom:\n            secretKeyRef:\n"
                                + "              key: username\n"
                                + "              name: payout-service-database-app",
                        "belongs to the pods that use it"),
                arguments("isWALArchiver: true", "isWALArchiver: false", "archives nothing"),
                arguments("barmanObjectName: common", "barmanObjectName: un", "archives nothing"),
                arguments("  schedule: 0 ", "  schedule: ", "ScheduledBackup"),
                arguments("  cluster:\n    name: rating", "  cluster:\n    name: x", "every day"),
                arguments(
                        "kind: Namespace\nmetadata:\n  annotations:",
                        "kind: Namespace\nmetadata:\n  labels:",
                        "Namespace commonfold: may be deleted"));
    }

    private static Stream<Arguments> availability() {
        return Stream.of(
                arguments("  revision", "  replicas: 1\n  revision", "is one pod alone"),
                arguments("maxUnavailable: 0", "maxUnavailable: 1", "fewer during a rollout"),
                arguments("topologySpread", "topologySpreadOther", "is not spread"),
                arguments("topology.kubernetes.io/zone", "kubernetes.io/hostname", "not spread"),
                arguments(
                        "labelSelector:\n          matchLabels:\n",
                        "labelSelector:\n          matchLabels:\n            other: pods\n",
                        "is not spread"),
                arguments("PodDisruptionBudget", "PodBudget", "no disruption budget"),
                arguments("TIMEOUT: 20s", "TIMEOUT: 40s", "killed before it has drained"),
                arguments(
                        "  selector:\n    matchLabels:\n",
                        "  selector:\n    matchLabels:\n      version: v1\n",
                        "selects by version"),
                arguments(
                        "component: migration\n        app.kubernetes.io/name: rating",
                        "component: server\n        app.kubernetes.io/name: rating",
                        "selects 2 workloads"));
    }

    private static Stream<Arguments> settings() {
        return Stream.of(
                arguments("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "QUARKUS_LOG_JSON", "nothing reads"),
                arguments("KAFKA_SASL_MECHANISM", "KAFKA_MECHANISM", "which nothing reads"),
                arguments("MP_JWT_VERIFY_ISSUER", "MP_JWT_ISSUER", "which nothing reads"),
                arguments("-sealing\n  namespace", "-seal\n  namespace", "comes from nobody"),
                arguments("PAYOUT_DEBTOR_IBAN", "PAYOUT_DEBTOR_ACCOUNT", "which nothing reads"),
                arguments("SHUTDOWN_TIMEOUT", "MANAGEMENT_ENABLED", "which nothing reads"),
                arguments("kind: Namespace", "kind: Secret", "is a secret"),
                arguments("KAFKA_SASL_MECHANISM:", "SEALING_KEYS:", "is no secret here"),
                arguments("KAFKA_SASL_MECHANISM:", "TRANSPARENCY_LOG_KEY:", "is no secret here"),
                arguments("secretKeyRef", "configMapKeyRef", "is no reference to a secret"),
                arguments(":" + System.getProperty("project.version"), "", "runs commonfold/"),
                arguments("QUARKUS_INIT_AND_EXIT", "QUARKUS_INIT", "not migrated by a Job"));
    }

    private static Stream<Arguments> kafka() {
        return Stream.of(
                arguments("name: payout.log\n", "name: payouts.log\n", "not those of contracts/"),
                arguments("partitions: 12", "partitions: 6", "other partitions"),
                arguments("retention.ms: -1", "retention.ms: 604800000", "not its contract's"),
                arguments("min.insync.replicas: 2", "min.insync.replicas: 1", "too few replicas"),
                arguments("- Write\n", "- Read\n", "needs"),
                arguments("- Describe\n", "- Write\n", "may do more than look"),
                arguments("- Write\n", "- Write\n      - Delete\n", "needs"),
                arguments("name: rating-service\n        type: group", "name: x", "needs"),
                arguments("topics.enable: false", "topics.enable: true", "creates topics"));
    }

    private static Stream<Arguments> scaling() {
        return Stream.of(
                arguments("maxReplicaCount: 12", "maxReplicaCount: 24", "beyond the partitions"),
                arguments("-bootstrap.commonfold.svc:", "-bootstrap:", "where it is not"),
                arguments("consumerGroup: payout-service", "consumerGroup: payout", "its group"),
                arguments("minReplicas: 2", "minReplicas: 1", "goes below two"),
                arguments(
                        "    name: rating-service\n---",
                        "    name: payout-service\n---",
                        "is a second scaler"),
                arguments(
                        "  revisionHistoryLimit",
                        "  replicas: 2\n  revisionHistoryLimit",
                        "or one"),
                arguments(
                        "    - name: payout-service\n      port: 80", "    - name: p", "to nobody"),
                arguments("              name: http", "              name: web", "to nobody"));
    }

    private static Stream<Arguments> network() {
        return Stream.of(
                arguments("name: default-deny", "name: deny", "do not deny"),
                arguments("        - 10.0.0.0/8\n", "", "reaches private addresses"),
                arguments("role: gateway", "role: anything", "is reached by [anything: http"),
                arguments("  ingress:\n  - from:", "  ingress:\n  - to:", "[anybody: http"),
                arguments("port: management\n  podS", "port: http\n  podS", "is reached by"),
                arguments("name: cnpg-system", "name: default", "lets in"),
                arguments(
                        "operator: Exists\n    - namespace",
                        "operator: NotIn\n    - namespace",
                        "lets in"),
                arguments("port: 4317", "port: 4318", "monitoring: 4318"),
                arguments("monitoring:4317", "monitoring:4318", "monitoring: 4318"),
                arguments("port: 8443", "port: 8080", "443, 8080"),
                arguments("port: 9093\n", "port: 9092\n", "Kafka: 9092"),
                arguments("  egress:\n  - ports:", "  egress:\n  - port:", "kube-dns: ,"),
                arguments("cnpg.io/cluster: payout", "cnpg.io/cluster: rating", "reaches"));
    }
}
