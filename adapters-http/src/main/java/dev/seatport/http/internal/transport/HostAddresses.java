package dev.seatport.http.internal.transport;

import io.netty.handler.proxy.ProxyConnectException;
import io.netty.util.NetUtil;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.http.HttpClientInternal;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Connects to a host at any of its addresses. Vert.x tries the first address only; where that cannot be connected to, this tries the
 * others in turn, and remembers the one that could. Confined to the event loop.
 */
final class HostAddresses {
    private static final byte[][] LOOPBACK = {{127, 0, 0, 1}, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}};

    private final HttpClientInternal pooled;
    private final VertxInternal vertx;
    private final Map<HostAndPort, InetAddress> reached = new HashMap<>();

    HostAddresses(HttpClientInternal pooled) {
        this.pooled = pooled;
        this.vertx = pooled.vertx();
    }

    /**
     * Asks the pool for a request on a connection to the host that the options name, or to their proxy.
     *
     * @param unwanted whether the request is not wanted any more, so that no other address need be tried
     */
    Future<HttpClientRequest> request(RequestOptions options, BooleanSupplier unwanted) {
        ProxyOptions proxy = options.getProxyOptions();
        HostAndPort host = proxy == null
                ? HostAndPort.create(options.getHost(), options.getPort())
                : HostAndPort.create(proxy.getHost(), proxy.getPort());
        InetAddress known = reached.get(host);
        return pooled.request(known == null ? options : at(known, options)).recover(failure -> {
            if (!unconnected(failure) || isLiteral(host.host())) {
                return Future.failedFuture(failure);
            }
            reached.remove(host, known);
            return all(host.host()).compose(found -> next(host, without(found, known), options, failure, unwanted));
        });
    }

    private Future<HttpClientRequest> next(
            HostAndPort host,
            Deque<InetAddress> left,
            RequestOptions options,
            Throwable failure,
            BooleanSupplier unwanted) {
        InetAddress address = left.poll();
        if (address == null || unwanted.getAsBoolean()) {
            return Future.failedFuture(failure);
        }
        return pooled.request(at(address, options))
                .onSuccess(connected -> reached.put(host, address))
                .recover(another -> unconnected(another)
                        ? next(host, left, options, another, unwanted)
                        : Future.failedFuture(another));
    }

    /** The name stays in the options: the request and its certificate are for it. */
    private static RequestOptions at(InetAddress address, RequestOptions options) {
        ProxyOptions proxy = options.getProxyOptions();
        String literal = address.getHostAddress();
        if (proxy != null) {
            return options.setProxyOptions(new ProxyOptions(proxy).setHost(literal));
        }
        String host = address instanceof Inet6Address ? "[" + literal + "]" : literal;
        return options.setServer(SocketAddress.inetSocketAddress(options.getPort(), host));
    }

    /** Whether nothing answered at the address. What a proxy says of its own tunnel is an answer. */
    private static boolean unconnected(Throwable failure) {
        return (failure instanceof SocketException && !(failure instanceof ProxyConnectException))
                || failure instanceof UnsupportedAddressTypeException;
    }

    private static boolean isLiteral(String host) {
        return NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
    }

    /** The address that was tried already is left out. Where only Vert.x knows which one that was, it is most likely the first. */
    private static Deque<InetAddress> without(Set<InetAddress> found, @Nullable InetAddress known) {
        Deque<InetAddress> left = new ArrayDeque<>(found);
        if (known != null) {
            left.remove(known);
        } else {
            InetAddress first = left.poll();
            if (first != null && !left.isEmpty()) {
                left.add(first);
            }
        }
        return left;
    }

    /** First as Vert.x resolves the host, which knows one address of a name in the hosts file, then as Java does. */
    private Future<Set<InetAddress>> all(String host) {
        Future<List<InetSocketAddress>> ours =
                vertx.nameResolver().resolveAll(host).otherwise(List.of());
        Future<List<InetAddress>> javas = vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(host)))
                .otherwise(List.of());
        return Future.all(ours, javas).map(both -> {
            Set<InetAddress> all = new LinkedHashSet<>();
            ours.result()
                    .forEach(address -> all.add(unnamed(address.getAddress().getAddress())));
            javas.result().forEach(address -> all.add(unnamed(address.getAddress())));
            if (BaseUrl.isLocalName(host)) {
                Arrays.stream(LOOPBACK).forEach(address -> all.add(unnamed(address)));
            }
            return all;
        });
    }

    /** Without a name, and without the scope of an IPv6 address, which Vert.x does not read. */
    private static InetAddress unnamed(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of an impossible length", e);
        }
    }
}
