package org.commonfold.revenue.delivery.domain;

import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Rejection;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a message may be sent. What a name leads to can change at any time and is looked at when it
 * is connected to; here is refused at once what can never be right.
 *
 * @param uri absolute, with a host
 */
public record EndpointUrl(URI uri) {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");
    private static final Pattern IPV4 = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

    /** Other ways to write an address, which nobody needs: 2130706433, 0x7f000001, 127.1. */
    private static final Pattern NUMBER_LAST = Pattern.compile("(.*\\.)?[0-9][^.]*\\.?");

    /** The URL, or the first reason why it is none to send to. */
    public static Decision<EndpointUrl> decide(String text, UrlRules rules) {
        return parsed(text)
                .map(uri -> refusal(uri, rules)
                        .<Decision<EndpointUrl>>map(Decision::reject)
                        .orElseGet(() -> Decision.accept(new EndpointUrl(uri))))
                .orElseGet(() -> Decision.reject(Rejection.ENDPOINT_URL_MALFORMED));
    }

    private static Optional<URI> parsed(String text) {
        if (text.length() > EndpointSettings.URL_LENGTH_MAX
                || !VISIBLE_ASCII.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text))
                    .filter(uri -> uri.getScheme() != null && uri.getHost() != null)
                    .filter(uri -> isNameOrWholeAddress(uri.getHost()));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isNameOrWholeAddress(String host) {
        return host.startsWith("[")
                || IPV4.matcher(host).matches()
                || !NUMBER_LAST.matcher(host).matches();
    }

    private static Optional<Rejection> refusal(URI uri, UrlRules rules) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isHttp = scheme.equals("http");
        if (!scheme.equals("https") && !(isHttp && rules.allowsHttp())) {
            return Optional.of(Rejection.ENDPOINT_URL_NOT_HTTPS);
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of(Rejection.ENDPOINT_URL_WITH_CREDENTIALS);
        }
        if (uri.getRawFragment() != null) {
            return Optional.of(Rejection.ENDPOINT_URL_WITH_FRAGMENT);
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : isHttp ? HTTP_PORT : HTTPS_PORT;
        if (!rules.ports().contains(port)) {
            return Optional.of(Rejection.ENDPOINT_URL_PORT);
        }
        return !rules.allowsPrivateAddresses() && isLiteralThatIsNotPublic(uri.getHost())
                ? Optional.of(Rejection.ENDPOINT_ADDRESS_NOT_PUBLIC)
                : Optional.empty();
    }

    private static boolean isLiteralThatIsNotPublic(String host) {
        boolean isLiteral = host.startsWith("[") || IPV4.matcher(host).matches();
        if (!isLiteral) {
            return false;
        }
        try {
            // Of a literal, no name server is asked.
            return !PublicAddress.isPublic(InetAddress.getByName(host));
        } catch (UnknownHostException noAddress) {
            return true;
        }
    }
}
