package org.commonfold.revenue.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Rejection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

@DisplayName("The URL of an endpoint")
class EndpointUrlTest {

    private static final UrlRules PRODUCTION = new UrlRules(false, false, Set.of(443, 8443));
    private static final UrlRules DEVELOPMENT = new UrlRules(true, true, Set.of(80, 443));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTPS://example.org/",
                "https://example.org:443/a?b=c",
                "https://example.org:8443",
                "https://a1.example-2.org./",
                "https://8.8.8.8/",
                "https://[2600::1]/"
            })
    void is_a_public_one(String url) {
        assertThat(EndpointUrl.decide(url, PRODUCTION)).isInstanceOf(Decision.Accepted.class);
    }

    /** Otherwise whoever connects takes one scheme for another. */
    @ParameterizedTest
    @CsvSource({
        "HTTPS://Example.ORG/A?B=C, https://example.org/A?B=C, 443",
        "hTTps://EXAMPLE.org:8443,  https://example.org:8443, 8443",
        "HTTPS://[2600::A]/,        https://[2600::a]/, 443"
    })
    void has_scheme_and_host_in_lower_case(String text, String normal, int port) {
        EndpointUrl url = EndpointUrl.decide(text, PRODUCTION)
                .fold(accepted -> accepted, () -> null, refused -> null);

        assertThat(url).hasToString(normal);
        assertThat(url.isHttps()).isTrue();
        assertThat(url.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org,       ENDPOINT_URL_NOT_HTTPS",
        "file:///etc/passwd,       ENDPOINT_URL_MALFORMED",
        "gopher://example.org,     ENDPOINT_URL_NOT_HTTPS",
        "https://u@example.org,    ENDPOINT_URL_WITH_CREDENTIALS",
        "https://@example.org,     ENDPOINT_URL_WITH_CREDENTIALS",
        "https://example.org/#,    ENDPOINT_URL_WITH_FRAGMENT",
        "https://example.org:80,   ENDPOINT_URL_PORT",
        "https://example.org:0,    ENDPOINT_URL_PORT",
        "https://example.org:8444, ENDPOINT_URL_PORT",
        "//example.org,            ENDPOINT_URL_MALFORMED",
        "https:example.org,        ENDPOINT_URL_MALFORMED",
        "https://,                 ENDPOINT_URL_MALFORMED",
        "https://a_b/,             ENDPOINT_URL_MALFORMED",
        "https://2130706433,       ENDPOINT_URL_MALFORMED",
        "https://0x7f000001,       ENDPOINT_URL_MALFORMED",
        "https://127.1,            ENDPOINT_URL_MALFORMED",
        "https://127.0.0.1.,       ENDPOINT_URL_MALFORMED",
        "https://127.0.0.1,        ENDPOINT_ADDRESS_NOT_PUBLIC",
        "https://0.0.0.0,          ENDPOINT_ADDRESS_NOT_PUBLIC",
        "https://192.168.1.1,      ENDPOINT_ADDRESS_NOT_PUBLIC",
        "https://169.254.169.254,  ENDPOINT_ADDRESS_NOT_PUBLIC",
        "https://100.64.0.1,       ENDPOINT_ADDRESS_NOT_PUBLIC",
        "https://[::1],            ENDPOINT_ADDRESS_NOT_PUBLIC",
        "https://[fe80::1],        ENDPOINT_ADDRESS_NOT_PUBLIC",
        "https://[fd00::1],        ENDPOINT_ADDRESS_NOT_PUBLIC",
        "https://[::ffff:10.0.0.1],ENDPOINT_ADDRESS_NOT_PUBLIC",
        "https://ex\u00e4mple.org, ENDPOINT_URL_MALFORMED"
    })
    void is_refused_for_one_clear_reason(String url, Rejection reason) {
        assertThat(EndpointUrl.decide(url, PRODUCTION)).isEqualTo(Decision.reject(reason));
    }

    @Test
    void may_be_plain_http_and_private_where_there_is_nothing_to_protect() {
        assertThat(EndpointUrl.decide("http://example.org/", DEVELOPMENT))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(EndpointUrl.decide("http://127.0.0.1/", DEVELOPMENT))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(EndpointUrl.decide("ws://example.org/", DEVELOPMENT))
                .isEqualTo(Decision.reject(Rejection.ENDPOINT_URL_NOT_HTTPS));
    }

    @Test
    void has_at_most_2048_characters() {
        String url = "https://example.org/";
        String longest = url + "a".repeat(2_048 - url.length());

        assertThat(EndpointUrl.decide(longest, PRODUCTION)).isInstanceOf(Decision.Accepted.class);
        assertThat(EndpointUrl.decide(longest + "a", PRODUCTION))
                .isEqualTo(Decision.reject(Rejection.ENDPOINT_URL_MALFORMED));
    }
}
