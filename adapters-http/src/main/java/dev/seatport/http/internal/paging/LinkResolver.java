package dev.seatport.http.internal.paging;

import dev.seatport.http.internal.transport.BaseUrl;
import java.io.Serial;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Resolves the link of a page to the path and query of the next request. A request carries a token, so a link must not lead to
 * another scheme, host or port than the base URL. A link is sent as the vendor wrote it, because it is opaque.
 */
final class LinkResolver {
    /** In characters: servers reject longer request lines. */
    private static final int MAX_LENGTH = 16_384;
    /** Characters that are not allowed in a URL (RFC 3986), but that lenient servers put into links. */
    private static final String ENCODED = "\"<>^`{|}";

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final BaseUrl server;

    LinkResolver(BaseUrl server) {
        this.server = server;
    }

    /** Names what is wrong with a link; never contains the link, which may hold a token. */
    static final class InvalidLinkException extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        InvalidLinkException(String what) {
            super(what, null, false, false);
        }
    }

    /** Returns the path and query on the server of a request that is relative to the base URL. */
    String target(String pathAndQuery) {
        String target = server.path() + pathAndQuery;
        return target.startsWith("/") ? target : "/" + target;
    }

    /**
     * Resolves a link (RFC 3986, section 5). Drops its fragment.
     *
     * @param current path and query of the request for the page with the link
     * @param link absolute, or relative to the current request
     */
    String resolve(String current, String link) throws InvalidLinkException {
        String text = link.strip();
        if (text.length() > MAX_LENGTH) {
            throw new InvalidLinkException("is longer than " + MAX_LENGTH + " characters");
        }
        URI url = parse(text);
        if (url.getScheme() != null || url.getRawAuthority() != null) {
            requireSameServer(url);
            return withQuery(url.getRawPath().isEmpty() ? "/" : url.getRawPath(), url);
        }
        if (url.getRawPath().startsWith("/")) {
            return withQuery(url.getRawPath(), url);
        }
        if (url.getRawPath().isEmpty()) {
            return url.getRawQuery() == null ? current : withQuery(pathOf(current), url);
        }
        String path = parse(pathOf(current)).resolve(url).getRawPath();
        return withQuery(path.startsWith("/") ? path : "/" + path, url);
    }

    private static URI parse(String text) throws InvalidLinkException {
        try {
            return new URI(encoded(text));
        } catch (URISyntaxException e) {
            throw new InvalidLinkException("is no URL");
        }
    }

    /** Percent-encodes the characters that are harmless. Blanks, control characters and other alphabets make a link invalid. */
    private static String encoded(String text) throws InvalidLinkException {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new InvalidLinkException("is no URL");
            }
            if (ENCODED.indexOf(c) >= 0) {
                encoded.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private void requireSameServer(URI url) throws InvalidLinkException {
        String scheme = url.getScheme();
        boolean sameScheme = scheme == null || scheme.equalsIgnoreCase(server.ssl() ? "https" : "http");
        boolean sameHost = url.getHost() != null && url.getHost().equalsIgnoreCase(server.host());
        int port = url.getPort() >= 0 ? url.getPort() : server.ssl() ? HTTPS_PORT : HTTP_PORT;
        if (!sameScheme || !sameHost || port != server.port() || url.getRawUserInfo() != null) {
            throw new InvalidLinkException("leads to another scheme, host or port than the base URL");
        }
    }

    private static String withQuery(String path, URI url) {
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static String pathOf(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
