package org.commonfold.kit.testing;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The OpenAPI document that the build generates, against the one committed under contracts/. With
 * {@code -Dcontracts.write} the committed one is written instead; look at the difference then.
 */
public final class CommittedOpenApi {

    private static final Path GENERATED = Path.of("target", "openapi", "openapi.yaml");
    private static final Path CONTRACTS =
            Path.of("..", "contracts", "src", "main", "resources", "contracts", "openapi");

    private CommittedOpenApi() {}

    /** Beside the service itself, and with a page to try it out. */
    public static void assertServed() {
        given().get("/q/openapi").then().statusCode(200).body(startsWith("---\nopenapi: 3.1.0"));
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
    }

    public static void assertUpToDate(String service) {
        Path committed = CONTRACTS.resolve(service + ".yaml");
        try {
            String generated = Files.readString(GENERATED);
            if (Boolean.getBoolean("contracts.write")) {
                Files.createDirectories(CONTRACTS);
                Files.writeString(committed, generated);
            }
            assertThat(generated)
                    .as("%s differs; write it anew with -Dcontracts.write", committed)
                    .isEqualTo(Files.readString(committed));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
