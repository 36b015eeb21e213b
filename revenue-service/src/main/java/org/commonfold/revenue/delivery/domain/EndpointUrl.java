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
 * @param uri absolute, with a host; scheme and host in lower case, so that they are what they say
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
                    .filter(uri -> isNameOrWholeAddress(uri.getHost()))
                    .map(EndpointUrl::normal);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static URI normal(URI uri) {
        String head = uri.getScheme() + "://" + uri.getRawAuthority();
        String rest = uri.toString().substring(head.length());
        return URI.create(head.toLowerCase(Locale.ROOT) + rest);
    }

    private static boolean isNameOrWholeAddress(String host) {
        return host.startsWith("[")
                || IPV4.matcher(host).matches()
                || !NUMBER_LAST.matcher(host).matches();
    }

    private static Optional<Rejection> refusal(URI uri, UrlRules rules) {
        EndpointUrl url = new EndpointUrl(uri);
        boolean isHttp = uri.getScheme().equals("http");
        if (!url.isHttps() && !(isHttp && rules.allowsHttp())) {
            return Optional.of(Rejection.ENDPOINT_URL_NOT_HTTPS);
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of(Rejection.ENDPOINT_URL_WITH_CREDENTIALS);
        }
        if (uri.getRawFragment() != null) {
            return Optional.of(Rejection.ENDPOINT_URL_WITH_FRAGMENT);
        }
        if (!rules.ports().contains(url.port())) {
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

    public boolean isHttps() {
        return uri.getScheme().equals("https");
    }

    public int port() {
        int byDefault = isHttps() ? HTTPS_PORT : HTTP_PORT;
        return uri.getPort() == -1 ? byDefault : uri.getPort();
    }

    /** A name, or an address, which is in brackets in a URL only if it is one of IPv6. */
    public String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The path and the query: what the first line of a request names. */
    public String pathAndQuery() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
