package dev.seatport.http.spi;

import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HTTP proxy that tunnels ({@code CONNECT}) to the vendor and to its token endpoint, with optional Basic authentication.
 * Requests to the loopback host bypass it. Immutable. {@code toString} shows neither user nor password.
 */
public final class HttpProxy {
    private static final int MAX_PORT = 65_535;
    private static final int DEFAULT_PORT = 80;
    private static final String SCHEME = "http";
    private static final char REPLACEMENT = '\uFFFD';
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern IPV6 = Pattern.compile("\\[([0-9A-Fa-f:.]+)]");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Pattern PERCENT_ENCODED = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+");

    private final String host;
    private final int port;
    private final @Nullable Secret authorization;

    private HttpProxy(String host, int port, @Nullable Secret authorization) {
        this.host = host;
        this.port = port;
        this.authorization = authorization;
    }

    /** Creates a proxy without authentication. */
    public static HttpProxy of(InetSocketAddress address) {
        return new HttpProxy(address.getHostString(), address.getPort(), null);
    }

    /**
     * Parses a proxy setting: {@code host:port}, {@code http://host:port} or {@code http://user:password@host:port}. User and
     * password may be percent-encoded, and must be if they contain {@code /}, {@code ?}, {@code #} or {@code %}. The default
     * port of a URL is 80.
     *
     * @throws IllegalArgumentException if the text has another form; the message gives the reason and quotes nothing
     */
    public static HttpProxy parse(String text) {
        String rest = text.strip();
        int scheme = rest.indexOf("://");
        if (scheme >= 0 && !rest.substring(0, scheme).toLowerCase(Locale.ROOT).equals(SCHEME)) {
            throw new IllegalArgumentException("has a scheme other than http");
        }
        boolean isUrl = scheme >= 0;
        rest = isUrl ? rest.substring(scheme + 3) : rest;
        int at = rest.lastIndexOf('@');
        HttpProxy proxy = parseAddress(rest.substring(at + 1), isUrl);
        return at < 0 ? proxy : proxy.withEncodedLogin(rest.substring(0, at));
    }

    private static HttpProxy parseAddress(String text, boolean isUrl) {
        String address = isUrl && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        int colon = address.lastIndexOf(':');
        boolean hasPort = colon > address.lastIndexOf(']');
        String host = hasPort ? address.substring(0, colon).strip() : address;
        Matcher literal = IPV6.matcher(host);
        if (!literal.matches() && !HOST_NAME.matcher(host).matches()) {
            throw new IllegalArgumentException("is no host and port");
        }
        if (!hasPort && !isUrl) {
            throw new IllegalArgumentException("has no port");
        }
        int port = hasPort ? parsePort(address.substring(colon + 1).strip()) : DEFAULT_PORT;
        return new HttpProxy(literal.matches() ? literal.group(1) : host, port, null);
    }

    private static int parsePort(String digits) {
        int port = PORT.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("has no port");
        }
        return port;
    }

    private HttpProxy withEncodedLogin(String login) {
        int colon = login.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("has a login without a user and a password");
        }
        if (login.chars().anyMatch(c -> "/?#".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("has a login that is not percent-encoded");
        }
        return withLogin(percentDecode(login.substring(0, colon)), percentDecode(login.substring(colon + 1)));
    }

    /**
     * Returns this proxy with a login (HTTP Basic).
     *
     * @throws IllegalArgumentException if the user is empty or contains a colon, or the login contains control characters
     */
    public HttpProxy withLogin(String user, Secret password) {
        return withLogin(user, password.reveal());
    }

    private HttpProxy withLogin(String user, String password) {
        if (user.isEmpty() || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("has a user that is empty or holds a colon");
        }
        if ((user + password).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("has a login with control characters");
        }
        byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new HttpProxy(
                host, port, Secret.of("Basic " + Base64.getEncoder().encodeToString(login)));
    }

    /** Invalid UTF-8 decodes to the replacement character, which no login contains. */
    private static String percentDecode(String text) {
        if (!PERCENT_ENCODED.matcher(text).matches()) {
            throw new IllegalArgumentException("has a login that is not percent-encoded");
        }
        String decoded;
        try {
            decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has a login that is not percent-encoded");
        }
        if (decoded.indexOf(REPLACEMENT) >= 0) {
            throw new IllegalArgumentException("has a login that is not UTF-8");
        }
        return decoded;
    }

    /** Returns the host name or address; an IPv6 address has no brackets. */
    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /**
     * Returns the texts that must not appear in messages even if a response echoes them: the encoded login and the password.
     */
    public List<Secret> secrets() {
        if (authorization == null) {
            return List.of();
        }
        String encoded = authorization.reveal().substring("Basic ".length());
        String login = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        String password = login.substring(login.indexOf(':') + 1);
        return password.isEmpty() ? List.of(authorization) : List.of(authorization, Secret.of(password));
    }

    /**
     * Returns the value of {@code Proxy-Authorization}.
     *
     * @return empty if the proxy needs no login
     */
    public Optional<Secret> authorization() {
        return Optional.ofNullable(authorization);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HttpProxy that
                && host.equals(that.host)
                && port == that.port
                && Objects.equals(authorization, that.authorization);
    }

    @Override
    public int hashCode() {
        return Objects.hash(host, port);
    }

    @Override
    public String toString() {
        return (authorization == null ? "" : "***@") + host + ":" + port;
    }
}
