package org.commonfold.manifests;

import static org.commonfold.manifests.Manifests.name;
import static org.commonfold.manifests.Manifests.texts;
import static org.commonfold.manifests.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.manifests.Manifests.Faults;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Topics and rights agree with the AsyncAPI document and with what the services subscribe to. */
final class KafkaRules {

    private KafkaRules() {}

    static List<String> topics(Manifests manifests) {
        Faults faults = new Faults();
        Map<String, JsonNode> channels = Contracts.channels();
        if (manifests.ofKind("KafkaTopic").findAny().isEmpty()) {
            return List.of();
        }
        Set<String> names = new TreeSet<>();
        manifests.ofKind("KafkaTopic").forEach(topic -> {
            names.add(name(topic));
            JsonNode contract = channels.getOrDefault(name(topic), topic).at("/bindings/kafka");
            JsonNode spec = topic.path("spec");
            faults.unless(
                    spec.path("partitions").equals(contract.path("partitions")),
                    title(topic),
                    "has other partitions than its contract");
            boolean isReplicated = spec.path("replicas").equals(contract.path("replicas"))
                    && spec.at("/config/min.insync.replicas").asInt() == 2;
            boolean isOfOneBroker = brokers(manifests) == 1;
            faults.unless(isReplicated || isOfOneBroker, title(topic), "has too few replicas");
            contract.path("topicConfiguration").properties().forEach(wanted -> {
                JsonNode value = wanted.getValue();
                String text = value.isArray() ? value.path(0).asText() : value.asText();
                faults.unless(
                        spec.path("config").path(wanted.getKey()).asText().equals(text),
                        title(topic),
                        wanted.getKey() + " is not its contract's");
            });
        });
        faults.unless(
                names.equals(channels.keySet()), "Topics", names + " are not those of contracts/");
        return faults.found();
    }

    private static int brokers(Manifests manifests) {
        return manifests
                .find("KafkaNodePool", "broker")
                .map(pool -> pool.at("/spec/replicas").asInt())
                .orElse(0);
    }

    /** Exactly what the channels need: no right is missing and none is to spare. */
    static List<String> rights(Manifests manifests) {
        Faults faults = new Faults();
        if (manifests.ofKind("KafkaUser").findAny().isEmpty()) {
            return List.of();
        }
        manifests.services().forEach((service, deployment) -> {
            Map<String, Set<String>> wanted = new TreeMap<>();
            Contracts.operations(service)
                    .forEach((topic, may) -> wanted.put("topic " + topic, may));
            String group =
                    Contracts.settings(service).getProperty("mp.messaging.incoming.log.group.id");
            wanted.put("group " + group, Set.of("Read"));
            Map<String, Set<String>> given =
                    manifests.find("KafkaUser", service).map(KafkaRules::acls).orElse(Map.of());
            faults.unless(
                    given.equals(wanted),
                    "KafkaUser " + service,
                    "may " + given + ", needs " + wanted);
        });
        manifests
                .ofKind("KafkaUser")
                .filter(user -> !manifests.services().containsKey(name(user)))
                .forEach(user -> faults.unless(
                        acls(user).values().stream().allMatch(Set.of("Describe")::equals),
                        title(user),
                        "is of no service, and may do more than look"));
        return faults.found();
    }

    /** {@code topic commons.log} to {@code [Read, Write]}. */
    private static Map<String, Set<String>> acls(JsonNode user) {
        Map<String, Set<String>> acls = new TreeMap<>();
        user.at("/spec/authorization/acls").forEach(acl -> {
            JsonNode resource = acl.path("resource");
            boolean isLiteral = resource.path("patternType").asText("literal").equals("literal");
            String on = resource.path("type").asText() + " "
                    + (isLiteral ? "" : "prefix ")
                    + resource.path("name").asText();
            acls.computeIfAbsent(on, any -> new TreeSet<>()).addAll(texts(acl.path("operations")));
        });
        return acls;
    }

    /** What the settings subscribe to is what the document says, too. */
    static List<String> subscriptions(Manifests manifests) {
        return subscriptions(manifests, Contracts::settings);
    }

    /** As {@link #subscriptions(Manifests)}, with other settings of the services. */
    static List<String> subscriptions(Manifests manifests, Function<String, Properties> settings) {
        Faults faults = new Faults();
        manifests.services().forEach((service, deployment) -> {
            Set<String> used = Contracts.operations(service).keySet();
            Set<String> made = new TreeSet<>(
                    List.of(settings.apply(service).getProperty("log.topics").split(",")));
            faults.unless(used.equals(made), service, "uses the topics " + used + ", not " + made);
        });
        manifests
                .ofKind("Kafka")
                .forEach(kafka -> faults.unless(
                        kafka.at("/spec/kafka/config/auto.create.topics.enable").isBoolean()
                                && !kafka.at("/spec/kafka/config/auto.create.topics.enable")
                                        .asBoolean()
                                && kafka.at("/spec/kafka/authorization/type")
                                        .asText()
                                        .equals("simple"),
                        title(kafka),
                        "creates topics by itself, or lets everybody"));
        return faults.found();
    }
}
