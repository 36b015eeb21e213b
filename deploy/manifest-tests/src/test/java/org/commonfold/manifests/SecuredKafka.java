package org.commonfold.manifests;

import static org.commonfold.manifests.Manifests.name;
import static org.commonfold.manifests.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commonfold.kit.testing.EmbeddedBroker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A real broker that does with a KafkaTopic and a KafkaUser what Strimzi's operators do: SCRAM over
 * TLS, the standard authorizer, nothing created by itself.
 */
final class SecuredKafka implements AutoCloseable {

    private static final Duration POLL_MAX = Duration.ofSeconds(1);
    private static final String ADMIN = "admin";
    private static final String LOGIN =
            "org.apache.kafka.common.security.scram.ScramLoginModule required"
                    + " username=\"%s\" password=\"%s\";";

    private final EmbeddedBroker broker;
    private final Map<String, Object> connection;
    private final Admin admin;

    private SecuredKafka(EmbeddedBroker broker, Map<String, Object> connection) {
        this.broker = broker;
        this.connection = connection;
        this.admin = Admin.create(connection);
    }

    static SecuredKafka start(Certificate certificate) {
        Map<String, String> settings = new HashMap<>();
        settings.put("listener.security.protocol.map", "CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
        settings.put("listener.name.client.scram-sha-512.sasl.jaas.config", login(ADMIN));
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", certificate.keyStore().toString());
        settings.put("ssl.keystore.password", Certificate.PASSWORD);
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", certificate.authority().toString());
        settings.put(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
        EmbeddedBroker broker = EmbeddedBroker.start(
                EmbeddedBroker.freePort(),
                settings,
                "--add-scram",
                "SCRAM-SHA-512=[name=%s,password=%s]".formatted(ADMIN, password(ADMIN)));
        Map<String, Object> connection = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                login(ADMIN),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate.authority().toString());
        return new SecuredKafka(broker, connection);
    }

    private static String password(String user) {
        return user + "'s password";
    }

    /** What Strimzi writes into a user's secret as {@code sasl.jaas.config}. */
    static String login(String user) {
        return LOGIN.formatted(user, password(user));
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** As declared, on the one broker that there is. */
    void create(JsonNode kafkaTopic) throws Exception {
        Map<String, String> config = new HashMap<>();
        kafkaTopic
                .at("/spec/config")
                .properties()
                .forEach(one -> config.put(one.getKey(), one.getValue().asText()));
        config.put("min.insync.replicas", "1");
        int partitions = kafkaTopic.at("/spec/partitions").asInt();
        NewTopic topic = new NewTopic(name(kafkaTopic), partitions, (short) 1).configs(config);
        admin.createTopics(List.of(topic)).all().get();
    }

    void add(JsonNode kafkaUser) throws Exception {
        ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
        String name = name(kafkaUser);
        admin.alterUserScramCredentials(
                        List.of(new UserScramCredentialUpsertion(name, scram, password(name))))
                .all()
                .get();
        admin.createAcls(acls(kafkaUser)).all().get();
    }

    /** The rights that a KafkaUser declares. */
    static List<AclBinding> acls(JsonNode kafkaUser) {
        return Manifests.each(kafkaUser.at("/spec/authorization/acls"))
                .flatMap(acl -> bindings(name(kafkaUser), acl))
                .toList();
    }

    private static Stream<AclBinding> bindings(String user, JsonNode acl) {
        JsonNode resource = acl.path("resource");
        ResourcePattern pattern = new ResourcePattern(
                ResourceType.fromString(resource.path("type").asText()),
                resource.path("name").asText(),
                PatternType.fromString(
                        resource.path("patternType").asText("literal").toUpperCase(Locale.ROOT)));
        return texts(acl.path("operations")).stream()
                .map(AclOperation::fromString)
                .map(operation -> new AccessControlEntry(
                        "User:" + user, "*", operation, AclPermissionType.ALLOW))
                .map(entry -> new AclBinding(pattern, entry));
    }

    void grant(AclBinding right) throws Exception {
        admin.createAcls(List.of(right)).all().get();
    }

    void withdraw(AclBinding right) throws Exception {
        admin.deleteAcls(List.of(right.toFilter())).all().get();
    }

    /** As somebody who may do anything, and is none of the services. */
    void write(ProducerRecord<String, String> record) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(connection, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        }
    }

    /** All that there is now. */
    List<ConsumerRecord<String, String>> read(String topic) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                connection, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL_MAX).forEach(records::add);
            }
        }
        return records;
    }

    /** How many records of a topic a group has still to read, as a user is told who asks. */
    long lag(String user, String group, String topic) throws Exception {
        Map<String, Object> asUser = new HashMap<>(connection);
        asUser.put("sasl.jaas.config", login(user));
        try (Admin asking = Admin.create(asUser)) {
            int partitions = asking.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .partitions()
                    .size();
            Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, partitions)
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest()));
            Map<TopicPartition, OffsetAndMetadata> committed = asking.listConsumerGroupOffsets(
                            group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long lag = 0;
            for (var end : asking.listOffsets(ends).all().get().entrySet()) {
                OffsetAndMetadata read = committed.get(end.getKey());
                lag += end.getValue().offset() - (read == null ? 0 : read.offset());
            }
            return lag;
        }
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }

    /** The broker's, by an authority of its own: what Strimzi makes for a cluster. */
    record Certificate(Path keyStore, Path authority) {

        static final String PASSWORD = "changeit";

        static Certificate create(Path folder) throws Exception {
            Path keyStore = folder.resolve("broker.p12");
            Path authority = folder.resolve("ca.crt");
            keytool(
                    keyStore,
                    "-genkeypair",
                    "-keyalg",
                    "RSA",
                    "-dname",
                    "CN=kafka",
                    "-ext",
                    "san=dns:localhost");
            keytool(keyStore, "-exportcert", "-rfc", "-file", authority.toString());
            return new Certificate(keyStore, authority);
        }

        private static void keytool(Path keyStore, String command, String... options)
                throws Exception {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    command,
                    "-alias",
                    "kafka",
                    "-keystore",
                    keyStore.toString(),
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD);
            builder.command().addAll(List.of(options));
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        }
    }
}
