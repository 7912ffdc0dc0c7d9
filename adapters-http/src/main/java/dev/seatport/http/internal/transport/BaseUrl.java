package dev.seatport.http.internal.transport;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/**
 * Base URL of requests, parsed once.
 *
 * @param path base of the paths of requests; empty, or with a leading and without a trailing slash
 */
public record BaseUrl(String host, int port, boolean ssl, String path) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final String LOCALHOST = "localhost";

    /**
     * Returns whether the host is this machine, regardless of DNS: {@code localhost} and its subdomains (RFC 6761, section 6.3),
     * 127.0.0.0/8 and ::1.
     */
    boolean isLoopback() {
        String name = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).toLowerCase(Locale.ROOT);
        if (NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name)) {
            InetAddress address = NetUtil.createInetAddressFromIpAddressString(name);
            return address != null && address.isLoopbackAddress();
        }
        return isLocalName(name);
    }

    /** Returns whether a host name is {@code localhost} or a subdomain of it. */
    static boolean isLocalName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST);
    }

    /** Returns the base of links, whose paths start at the root of the server. */
    public BaseUrl withoutPath() {
        return new BaseUrl(host, port, ssl, "");
    }

    /** Parses an absolute URL. */
    public static BaseUrl of(URI url) {
        boolean ssl = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : ssl ? HTTPS_PORT : HTTP_PORT;
        String path = url.getRawPath();
        return new BaseUrl(url.getHost(), port, ssl, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
