package dev.seatport.http.internal.exchange;

import java.net.URI;

/**
 * Where requests go: taken apart once, not for each request.
 *
 * @param path what paths are relative to; empty, or with a slash at its beginning and none at its end
 */
public record Origin(String host, int port, boolean ssl, String path) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** The origin that an absolute URL names. */
    public static Origin of(URI url) {
        boolean ssl = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : ssl ? HTTPS : HTTP;
        String path = url.getRawPath();
        return new Origin(url.getHost(), port, ssl, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
