package dev.seatport.sandbox.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TcpConfig;
import io.vertx.core.spi.transport.Transport;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Another transport, but for a handler in front of those that its listening sockets have. */
final class WatchedTransport implements Transport {
    private final Transport other;
    private final Supplier<ChannelHandler> handler;

    WatchedTransport(Transport other, Supplier<ChannelHandler> handler) {
        this.other = other;
        this.handler = handler;
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        ChannelFactory<? extends ServerChannel> factory = other.serverChannelFactory(domainSocket);
        return () -> {
            ServerChannel listening = factory.newChannel();
            listening.pipeline().addFirst(handler.get());
            return listening;
        };
    }

    @Override
    public boolean supportsDomainSockets() {
        return other.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
        return other.supportFileRegion();
    }

    @Override
    public boolean isAvailable() {
        return other.isAvailable();
    }

    @Override
    public Throwable unavailabilityCause() {
        return other.unavailabilityCause();
    }

    @Override
    public java.net.SocketAddress convert(SocketAddress address) {
        return other.convert(address);
    }

    @Override
    public SocketAddress convert(java.net.SocketAddress address) {
        return other.convert(address);
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
        return other.ioHandlerFactory();
    }

    @Override
    public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int ioRatio) {
        return other.eventLoopGroup(type, threads, factory, ioRatio);
    }

    @Override
    @SuppressWarnings("deprecation") // The interface speaks of addresses so.
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return other.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends DatagramChannel> datagramChannelFactory() {
        return other.datagramChannelFactory();
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return other.channelFactory(domainSocket);
    }

    @Override
    public void configure(DatagramChannel channel, DatagramSocketOptions options) {
        other.configure(channel, options);
    }

    @Override
    public void configure(TcpConfig config, boolean domainSocket, Bootstrap bootstrap) {
        other.configure(config, domainSocket, bootstrap);
    }

    @Override
    public void configure(TcpConfig config, boolean domainSocket, ServerBootstrap bootstrap) {
        other.configure(config, domainSocket, bootstrap);
    }
}
