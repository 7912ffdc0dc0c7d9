package dev.seatport.sandbox.wire;

import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.faults.FaultAction;
import dev.seatport.sandbox.faults.FaultKind;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes responses that break, past Vert.x, straight to the socket. The connection never carries another response. A body in rows
 * is made whole first. How many of the bytes before a reset a client gets to read is up to its system. Confined to the event loop
 * of the request.
 */
public final class SocketFaultWriter {
    private static final String LINE_END = "\r\n";
    private static final String CHUNK_WITHOUT_SIZE = "zz\r\n{}\r\n0\r\n\r\n";

    private static final ChannelFutureListener STAY = written -> {};
    /** With no time to linger the system drops what is unsent and sends RST in place of FIN. */
    private static final ChannelFutureListener RESET = written -> {
        written.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        ChannelFutureListener.CLOSE.operationComplete(written);
    };

    private final Vertx vertx;
    private final SocketTrackingTransport sockets;

    /** A writer to sockets that were accepted by this Vertx. */
    public SocketFaultWriter(Vertx vertx, SocketTrackingTransport sockets) {
        this.vertx = vertx;
        this.sockets = sockets;
    }

    /**
     * Breaks the response to a request.
     *
     * @return whether its head goes out whole
     */
    public boolean write(HttpServerRequest request, SandboxResponse response, String date, FaultAction.Broken broken) {
        Buffer body = Buffer.buffer(response.text());
        boolean chunked = broken.kind() == FaultKind.OPEN_CHUNKS || broken.kind() == FaultKind.BAD_CHUNK;
        String framing = "Content-Length: " + body.length();
        if (chunked) {
            framing = "Transfer-Encoding: chunked";
            String next = broken.kind() == FaultKind.BAD_CHUNK ? CHUNK_WITHOUT_SIZE : "";
            body = oneChunk(body.slice(0, broken.offset().offset(0, body.length())))
                    .appendString(next);
        } else if (broken.kind() == FaultKind.CUT) {
            framing = "Connection: close";
        }
        Buffer head = head(request, response, date, framing);
        int end = chunked ? head.length() + body.length() : broken.offset().offset(head.length(), body.length());
        Optional<Channel> socket = sockets.socketOf(request.connection().remoteAddress());
        Buffer bytes = head.copy().appendBuffer(body).slice(0, end);
        socket.ifPresent(channel -> send(channel, bytes, ending(broken.kind())));
        return socket.isPresent() && end >= head.length();
    }

    /** Writes the response byte by byte from an offset on; calls {@code whole} before its last byte. */
    public void drip(
            HttpServerRequest request, SandboxResponse response, String date, FaultAction.Drip drip, Runnable whole) {
        Buffer body = Buffer.buffer(response.text());
        Buffer head =
                head(request, response, date, "Content-Length: " + body.length() + LINE_END + "Connection: close");
        int next = drip.from().offset(head.length(), body.length());
        Buffer all = head.copy().appendBuffer(body);
        sockets.socketOf(request.connection().remoteAddress()).ifPresent(socket -> {
            send(socket, all.slice(0, next), STAY);
            dripNext(socket, all.slice(next, all.length()), drip.every().toMillis(), whole);
        });
    }

    private void dripNext(Channel socket, Buffer rest, long milliseconds, Runnable whole) {
        vertx.setTimer(milliseconds, timer -> {
            if (!socket.isActive()) {
                return;
            }
            if (rest.length() == 1) {
                whole.run();
                send(socket, rest, ChannelFutureListener.CLOSE);
                return;
            }
            send(socket, rest.slice(0, 1), STAY);
            dripNext(socket, rest.slice(1, rest.length()), milliseconds, whole);
        });
    }

    /** A chunk without bytes would be the last one, and the response whole. */
    private static Buffer oneChunk(Buffer bytes) {
        return bytes.length() == 0
                ? Buffer.buffer()
                : Buffer.buffer(Integer.toHexString(bytes.length()) + LINE_END)
                        .appendBuffer(bytes)
                        .appendString(LINE_END);
    }

    private static Buffer head(HttpServerRequest request, SandboxResponse response, String date, String framing) {
        String reason = request.response().setStatusCode(response.status()).getStatusMessage();
        StringBuilder head = new StringBuilder("HTTP/1.1 ");
        head.append(response.status()).append(' ').append(reason).append(LINE_END);
        head.append("Date: ").append(date).append(LINE_END);
        response.headers()
                .forEach(header -> head.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append(LINE_END));
        head.append(framing).append(LINE_END).append(LINE_END);
        return Buffer.buffer(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ChannelFutureListener ending(FaultKind kind) {
        return switch (kind) {
            case RESET -> RESET;
            case STALL -> STAY;
            default -> ChannelFutureListener.CLOSE;
        };
    }

    /** The first handler's context writes to the socket itself, behind the handlers that make HTTP of it. */
    private static void send(Channel socket, Buffer bytes, ChannelFutureListener next) {
        ChannelHandlerContext nearest = socket.pipeline().firstContext();
        if (nearest != null) {
            nearest.writeAndFlush(Unpooled.wrappedBuffer(bytes.getBytes())).addListener(next);
        }
    }
}
