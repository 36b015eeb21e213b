package org.commonfold.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads every object as the API server would with {@code --validate=strict}: into the types of
 * Kubernetes and Strimzi, an unknown field or a wrong type failing; what has no types here by the
 * list of its fields in shapes.yaml.
 */
final class StrictReading {

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("gateway.networking.k8s.io/v1/Gateway", Gateway.class),
            Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
            Map.entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
            Map.entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));

    private static final JsonNode SHAPES =
            Manifests.read(Path.of("src", "test", "resources", "shapes.yaml"));

    /** The types keep what they do not know; without that, it fails. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .build();

    private StrictReading() {}

    static List<String> faults(Manifests manifests) {
        Manifests.Faults faults = new Manifests.Faults();
        for (JsonNode object : manifests.all()) {
            String type = object.path("apiVersion").asText() + "/"
                    + object.path("kind").asText();
            if (TYPES.containsKey(type)) {
                read(object, TYPES.get(type), faults);
            } else if (SHAPES.has(type)) {
                Set<String> shape = new TreeSet<>(Manifests.texts(SHAPES.path(type)));
                compare(object, object.path("spec"), "", shape, faults);
            } else {
                faults.unless(false, Manifests.title(object), "is of no known type: " + type);
            }
        }
        return faults.found();
    }

    private static void read(JsonNode object, Class<?> type, Manifests.Faults faults) {
        try {
            STRICT.treeToValue(object, type);
        } catch (JsonProcessingException unknown) {
            faults.unless(false, Manifests.title(object), unknown.getOriginalMessage());
        }
    }

    /** Every field must be listed by its path, {@code triggers.metadata.topic}. */
    private static void compare(
            JsonNode object,
            JsonNode node,
            String path,
            Set<String> shape,
            Manifests.Faults faults) {
        if (node.isArray()) {
            node.forEach(one -> compare(object, one, path, shape, faults));
        }
        node.properties().forEach(field -> {
            String inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            boolean isPart = shape.stream()
                    .anyMatch(one -> one.equals(inner) || one.startsWith(inner + "."));
            if (!shape.contains(path + ".*")) {
                faults.unless(
                        isPart, Manifests.title(object), "has the unknown field spec." + inner);
                compare(object, field.getValue(), inner, shape, faults);
            }
        });
    }
}
