package dev.seatport.sandbox.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.transport.Transport;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * NIO transport that tracks the sockets accepted by the servers of its Vertx. Vert.x offers no way to reset a connection or to send a
 * part of a head. Thread-safe.
 */
public final class SocketTrackingTransport implements io.vertx.core.transport.Transport, Transport {
    private final Transport nio = NIO.implementation();
    private final Map<InetSocketAddress, Channel> openSockets = new ConcurrentHashMap<>();

    /** Returns the open socket of a client by the client's address. */
    Optional<Channel> socketOf(SocketAddress client) {
        return Optional.ofNullable(openSockets.get(new InetSocketAddress(client.hostAddress(), client.port())));
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        ChannelFactory<? extends ServerChannel> factory = nio.serverChannelFactory(domainSocket);
        return () -> {
            ServerChannel listening = factory.newChannel();
            listening.pipeline().addFirst(new Acceptor());
            return listening;
        };
    }

    /** Registers each accepted socket before Vert.x gets it. */
    private final class Acceptor extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel socket && socket.remoteAddress() instanceof InetSocketAddress client) {
                openSockets.put(client, socket);
                socket.closeFuture().addListener((ChannelFutureListener) closed -> openSockets.remove(client, socket));
            }
            context.fireChannelRead(message);
        }
    }

    @Override
    public String name() {
        return "tracking-" + NIO.name();
    }

    @Override
    public boolean available() {
        return NIO.available();
    }

    @Override
    public @Nullable Throwable unavailabilityCause() {
        return NIO.unavailabilityCause();
    }

    @Override
    public Transport implementation() {
        return this;
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
        return nio.ioHandlerFactory();
    }

    @Override
    @SuppressWarnings("deprecation") // Declared by the interface.
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return nio.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends DatagramChannel> datagramChannelFactory() {
        return nio.datagramChannelFactory();
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return nio.channelFactory(domainSocket);
    }
}
