package dev.seatport.sandbox.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.transport.Transport;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The transport of the JDK's sockets, which also keeps the sockets that a server of its Vertx accepted. Vert.x itself gives no way to
 * reset a connection or to send a part of a head. Thread-safe.
 */
public final class SocketWatch implements Transport {
    private final Map<InetSocketAddress, Channel> open = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "watched-" + NIO.name();
    }

    @Override
    public boolean available() {
        return NIO.available();
    }

    @Override
    public Throwable unavailabilityCause() {
        return NIO.unavailabilityCause();
    }

    @Override
    public io.vertx.core.spi.transport.Transport implementation() {
        return new WatchedTransport(NIO.implementation(), Acceptor::new);
    }

    /** The open socket of a client, by the client's address. */
    Optional<Channel> socketOf(SocketAddress client) {
        return Optional.ofNullable(open.get(new InetSocketAddress(client.hostAddress(), client.port())));
    }

    /** Sees each socket on its way from the listening one to Vert.x. */
    private final class Acceptor extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel socket && socket.remoteAddress() instanceof InetSocketAddress client) {
                open.put(client, socket);
                socket.closeFuture().addListener((ChannelFutureListener) closed -> open.remove(client, socket));
            }
            context.fireChannelRead(message);
        }
    }
}
