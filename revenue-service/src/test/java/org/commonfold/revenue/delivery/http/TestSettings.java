package org.commonfold.revenue.delivery.http;

import io.smallrye.config.SmallRyeConfigBuilder;

import java.time.Duration;

/** How messages are sent in tests without a service: as by default, but for what is said. */
final class TestSettings {

    private TestSettings() {}

    static SendingSettings byDefault() {
        return with();
    }

    static SendingSettings with(Duration timeout) {
        return with("webhooks.sending.timeout", timeout.toMillis() + "ms");
    }

    static SendingSettings with(String... nameAndValue) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SendingSettings.class);
        for (int i = 0; i < nameAndValue.length; i += 2) {
            builder.withDefaultValue(nameAndValue[i], nameAndValue[i + 1]);
        }
        return builder.build().getConfigMapping(SendingSettings.class);
    }
}
