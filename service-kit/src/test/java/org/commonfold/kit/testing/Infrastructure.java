package org.commonfold.kit.testing;

/** A real broker and a real PostgreSQL, started once a JVM and gone with it. */
public interface Infrastructure {

    /** What {@code -Dinfra} chooses: {@code embedded} (default) or {@code testcontainers}. */
    Infrastructure CHOSEN = choose();

    String kafkaBootstrapServers();

    /** {@code host:port} of PostgreSQL; user and password are {@code postgres}. */
    String postgresAddress();

    private static Infrastructure choose() {
        String name = System.getProperty("infra", "embedded");
        return switch (name) {
            case "embedded" -> new EmbeddedInfrastructure();
            case "testcontainers" -> new ContainerInfrastructure();
            default -> throw new IllegalArgumentException("-Dinfra=" + name + " is not known");
        };
    }
}
