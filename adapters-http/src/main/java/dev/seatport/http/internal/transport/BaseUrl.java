package dev.seatport.http.internal.transport;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/**
 * Where requests go: taken apart once, not for each request.
 *
 * @param path what paths are relative to; empty, or with a slash at its beginning and none at its end
 */
public record BaseUrl(String host, int port, boolean ssl, String path) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final String LOCALHOST = "localhost";

    /**
     * Whether this machine is meant, whatever a resolver says: {@code localhost} and the names below it (RFC 6761, section 6.3),
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

    /** Whether a name means this machine. */
    static boolean isLocalName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST);
    }

    /** The origin that an absolute URL names. */
    public static BaseUrl of(URI url) {
        boolean ssl = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : ssl ? HTTPS_PORT : HTTP_PORT;
        String path = url.getRawPath();
        return new BaseUrl(url.getHost(), port, ssl, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
