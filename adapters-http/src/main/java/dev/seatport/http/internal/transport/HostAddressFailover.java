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
 * Connects to a host at any of its addresses. Vert.x tries only the first one. If it cannot be reached, this class tries the others in
 * turn and remembers the reachable one. Confined to the event loop.
 */
final class HostAddressFailover {
    private static final byte[][] LOOPBACK = {{127, 0, 0, 1}, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}};

    private final HttpClientInternal pooled;
    private final VertxInternal vertx;
    private final Map<HostAndPort, InetAddress> lastReachable = new HashMap<>();

    HostAddressFailover(HttpClientInternal pooled) {
        this.pooled = pooled;
        this.vertx = pooled.vertx();
    }

    /**
     * Creates a request on a connection to the host of the options, or to their proxy.
     *
     * @param cancelled whether the request was cancelled, so that no further address is tried
     */
    Future<HttpClientRequest> request(RequestOptions options, BooleanSupplier cancelled) {
        ProxyOptions proxy = options.getProxyOptions();
        HostAndPort host = proxy == null
                ? HostAndPort.create(options.getHost(), options.getPort())
                : HostAndPort.create(proxy.getHost(), proxy.getPort());
        InetAddress lastAddress = lastReachable.get(host);
        return pooled.request(lastAddress == null ? options : withAddress(lastAddress, options))
                .recover(failure -> {
                    if (!isConnectFailure(failure) || isLiteral(host.host())) {
                        return Future.failedFuture(failure);
                    }
                    lastReachable.remove(host, lastAddress);
                    return resolveAll(host.host())
                            .compose(found -> tryNext(host, untried(found, lastAddress), options, failure, cancelled));
                });
    }

    private Future<HttpClientRequest> tryNext(
            HostAndPort host,
            Deque<InetAddress> remaining,
            RequestOptions options,
            Throwable failure,
            BooleanSupplier cancelled) {
        InetAddress address = remaining.poll();
        if (address == null || cancelled.getAsBoolean()) {
            return Future.failedFuture(failure);
        }
        return pooled.request(withAddress(address, options))
                .onSuccess(connected -> lastReachable.put(host, address))
                .recover(nextFailure -> isConnectFailure(nextFailure)
                        ? tryNext(host, remaining, options, nextFailure, cancelled)
                        : Future.failedFuture(nextFailure));
    }

    /** Keeps the host name, which the request and its certificate need. */
    private static RequestOptions withAddress(InetAddress address, RequestOptions options) {
        ProxyOptions proxy = options.getProxyOptions();
        String literal = address.getHostAddress();
        if (proxy != null) {
            return options.setProxyOptions(new ProxyOptions(proxy).setHost(literal));
        }
        String host = address instanceof Inet6Address ? "[" + literal + "]" : literal;
        return options.setServer(SocketAddress.inetSocketAddress(options.getPort(), host));
    }

    /** Returns whether the address could not be reached. An error of a proxy about its tunnel means that the proxy was reached. */
    private static boolean isConnectFailure(Throwable failure) {
        return (failure instanceof SocketException && !(failure instanceof ProxyConnectException))
                || failure instanceof UnsupportedAddressTypeException;
    }

    private static boolean isLiteral(String host) {
        return NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
    }

    /** Removes the address that was tried before. If only Vert.x knows it, it is most likely the first; that one moves to the end. */
    private static Deque<InetAddress> untried(Set<InetAddress> found, @Nullable InetAddress lastAddress) {
        Deque<InetAddress> remaining = new ArrayDeque<>(found);
        if (lastAddress != null) {
            remaining.remove(lastAddress);
        } else {
            InetAddress first = remaining.poll();
            if (first != null && !remaining.isEmpty()) {
                remaining.add(first);
            }
        }
        return remaining;
    }

    /** Resolves with Vert.x, which finds one address of a name in the hosts file, and then with Java. */
    private Future<Set<InetAddress>> resolveAll(String host) {
        Future<List<InetSocketAddress>> vertxAddresses =
                vertx.nameResolver().resolveAll(host).otherwise(List.of());
        Future<List<InetAddress>> javaAddresses = vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(host)))
                .otherwise(List.of());
        return Future.all(vertxAddresses, javaAddresses).map(both -> {
            Set<InetAddress> all = new LinkedHashSet<>();
            vertxAddresses
                    .result()
                    .forEach(address -> all.add(fromBytes(address.getAddress().getAddress())));
            javaAddresses.result().forEach(address -> all.add(fromBytes(address.getAddress())));
            if (BaseUrl.isLocalName(host)) {
                Arrays.stream(LOOPBACK).forEach(address -> all.add(fromBytes(address)));
            }
            return all;
        });
    }

    /** Drops the name, and the scope of an IPv6 address, which Vert.x does not parse. */
    private static InetAddress fromBytes(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of an impossible length", e);
        }
    }
}
