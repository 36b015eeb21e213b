package org.commonfold.local;

import java.util.HashMap;
import java.util.Map;

/** What a service is told by its environment: the names that docs and API promise. */
final class ServiceSettings {

    private static final String LOOPBACK = "localhost";

    private ServiceSettings() {}

    static Map<String, String> environment(
            Service service, Options options, Database database, Keys keys) {
        String address = database.address(service);
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_BOOTSTRAP_SERVERS", LOOPBACK + ":" + options.kafkaPort);
        settings.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + address);
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + address);
        settings.put("QUARKUS_DATASOURCE_USERNAME", service.database());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "trusted-on-loopback");
        settings.put("QUARKUS_HTTP_HOST", LOOPBACK);
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(options.port(service)));
        settings.put("QUARKUS_MANAGEMENT_HOST", LOOPBACK);
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(options.managementPort(service)));
        settings.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.publicKeyFile().toUri().toString());
        settings.put("MP_JWT_VERIFY_ISSUER", Keys.ISSUER);
        if (service == Service.PAYOUT && System.getenv("PAYOUT_DEBTOR_IBAN") == null) {
            // An example, so that a payment file can be fetched and looked at.
            settings.put("PAYOUT_DEBTOR_NAME", "A sample commons");
            settings.put("PAYOUT_DEBTOR_IBAN", "DE02120300000000202051");
        }
        return settings;
    }
}
