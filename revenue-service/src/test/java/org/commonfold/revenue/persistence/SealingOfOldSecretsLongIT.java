package org.commonfold.revenue.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;

import jakarta.inject.Inject;

import org.commonfold.kit.sealing.Sealer;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.revenue.TheSealer;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.SigningSecret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@TestProfile(SealingOfOldSecretsLongIT.AnotherKey.class)
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A signing secret of before")
class SealingOfOldSecretsLongIT {

    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PARTNER = "0198c0de-0000-7000-8000-0000000000aa";
    private static final String ID = "0198c0de-0000-7000-8000-0000000000f2";
    private static final String SEALED_WITH_THE_FORMER_KEY = "development:"
            + "aokqsylP2ZH693LSsiKNIFdnbE8nN82PKjbkA8e_vmtiHGFCDEDudC_HcoVimK8srVCplw";

    /** The former one still opens what it sealed. */
    public static final class AnotherKey implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sealing.keys",
                    "second:c2Vjb25kLWtleS1vZi10aGlydHktdHdvLWJ5dGVzLi4=,"
                            + "development:ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtMzI=");
        }
    }

    @Inject
    SealingOfOldSecrets sealing;

    @Inject
    PostgresSigningSecrets secrets;

    @Inject
    Sealer sealer;

    @Inject
    DataSource database;

    @BeforeEach
    void there_is_none() throws SQLException {
        execute("delete from signing_secret");
        execute("insert into partner values ('%s', 'Acme', now()) on conflict do nothing"
                .formatted(PARTNER));
    }

    private void keep(String value) throws SQLException {
        execute("insert into signing_secret values ('%s', '%s', '%s', now())"
                .formatted(ID, PARTNER, value));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String kept() throws SQLException {
        return text("select sealed from signing_secret");
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private String read() throws Throwable {
        PartnerId partnerId = new PartnerId(UUID.fromString(PARTNER));
        List<SigningSecret> present =
                VertxContextSupport.subscribeAndAwait(() -> secrets.of(partnerId));
        return present.get(0).key();
    }

    @Test
    void that_was_kept_readable_is_sealed() throws Throwable {
        keep(KEY);

        VertxContextSupport.subscribeAndAwait(sealing::sealAll);

        assertThat(kept()).startsWith("second:").doesNotContain(KEY);
        assertThat(read()).isEqualTo(KEY);
    }

    @Test
    void that_the_former_key_sealed_is_sealed_with_the_current_one() throws Throwable {
        keep(SEALED_WITH_THE_FORMER_KEY);
        assertThat(read()).isEqualTo(KEY);

        VertxContextSupport.subscribeAndAwait(sealing::sealAll);

        assertThat(kept()).startsWith("second:");
        assertThat(read()).isEqualTo(KEY);
    }

    private static final String KEY_OF_AN_ENDPOINT = """
            insert into endpoint (endpoint_id, partner_id, url, event_types, commons_ids,
                    signs_v1a, created_at, version)
            values ('%2$s', '%1$s', 'https://hooks.invalid/', '{}', '{}', false, now(), 1)
                on conflict do nothing;
            delete from endpoint_key where endpoint_id = '%2$s';
            insert into endpoint_key (key_id, endpoint_id, scheme, sealed, created_at)
            values ('%2$s', '%2$s', 'v1', '%3$s', now())""";

    @Test
    void of_an_endpoint_is_sealed_with_the_current_key_too() throws Throwable {
        String secret = "whsec_" + KEY;
        String former = TheSealer.seal("endpoint_key/" + ID, secret);
        execute(KEY_OF_AN_ENDPOINT.formatted(PARTNER, ID, former));

        VertxContextSupport.subscribeAndAwait(sealing::sealAll);

        String now = text("select sealed from endpoint_key where key_id = '" + ID + "'");
        assertThat(now).startsWith("second:");
        assertThat(sealer.open("endpoint_key/" + ID, now)).isEqualTo(secret.getBytes());
    }

    @Test
    void that_does_not_open_is_left_and_hinders_no_other() throws Throwable {
        String lost = "lost:aokqsylP2ZH693LSsiKNIFdnbE8nN82PKjbkA8e_vmtiHGFCDEDudC_HcoVimK8srVCplw";
        execute(KEY_OF_AN_ENDPOINT.formatted(PARTNER, ID, lost));
        keep(SEALED_WITH_THE_FORMER_KEY);

        VertxContextSupport.subscribeAndAwait(sealing::sealAll);

        assertThat(kept()).startsWith("second:");
        assertThat(text("select sealed from endpoint_key where key_id = '" + ID + "'"))
                .isEqualTo(lost);
    }

    @Test
    void that_is_sealed_with_the_current_key_is_left_alone() throws Throwable {
        keep(KEY);
        VertxContextSupport.subscribeAndAwait(sealing::sealAll);
        String once = kept();

        VertxContextSupport.subscribeAndAwait(sealing::sealAll);

        assertThat(kept()).isEqualTo(once);
    }
}
