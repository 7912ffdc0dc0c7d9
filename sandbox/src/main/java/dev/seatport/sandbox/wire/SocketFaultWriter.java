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
 * Writes broken responses directly to the socket, bypassing Vert.x. The connection carries no further response. Rows are generated
 * completely first. The client's operating system decides how many bytes before a reset the client can read. Confined to the event loop
 * of the request.
 */
public final class SocketFaultWriter {
    private static final String CRLF = "\r\n";
    private static final String INVALID_CHUNK = "zz\r\n{}\r\n0\r\n\r\n";

    private static final ChannelFutureListener KEEP_OPEN = written -> {};
    /** With a linger time of zero the operating system drops unsent bytes and sends RST instead of FIN. */
    private static final ChannelFutureListener RESET = written -> {
        written.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        ChannelFutureListener.CLOSE.operationComplete(written);
    };

    private final Vertx vertx;
    private final SocketTrackingTransport sockets;

    /** Creates a writer for sockets accepted by this Vertx. */
    public SocketFaultWriter(Vertx vertx, SocketTrackingTransport sockets) {
        this.vertx = vertx;
        this.sockets = sockets;
    }

    /**
     * Writes a broken response.
     *
     * @return whether the complete head is sent
     */
    public boolean write(
            HttpServerRequest request,
            SandboxResponse response,
            String date,
            FaultAction.TruncatedOrBrokenResponse broken) {
        Buffer body = Buffer.buffer(response.text());
        boolean chunked = broken.kind() == FaultKind.OPEN_CHUNKS || broken.kind() == FaultKind.BAD_CHUNK;
        String framing = "Content-Length: " + body.length();
        if (chunked) {
            framing = "Transfer-Encoding: chunked";
            String next = broken.kind() == FaultKind.BAD_CHUNK ? INVALID_CHUNK : "";
            body = oneChunk(body.slice(0, broken.offset().offset(0, body.length())))
                    .appendString(next);
        } else if (broken.kind() == FaultKind.CUT) {
            framing = "Connection: close";
        }
        Buffer head = head(request, response, date, framing);
        int end = chunked ? head.length() + body.length() : broken.offset().offset(head.length(), body.length());
        Optional<Channel> socket = sockets.socketOf(request.connection().remoteAddress());
        Buffer bytes = head.copy().appendBuffer(body).slice(0, end);
        socket.ifPresent(channel -> send(channel, bytes, afterWrite(broken.kind())));
        return socket.isPresent() && end >= head.length();
    }

    /** Writes the response byte by byte from an offset on. Runs {@code beforeLastByte} before the last byte. */
    public void drip(
            HttpServerRequest request,
            SandboxResponse response,
            String date,
            FaultAction.SlowBody drip,
            Runnable beforeLastByte) {
        Buffer body = Buffer.buffer(response.text());
        Buffer head = head(request, response, date, "Content-Length: " + body.length() + CRLF + "Connection: close");
        int next = drip.from().offset(head.length(), body.length());
        Buffer all = head.copy().appendBuffer(body);
        sockets.socketOf(request.connection().remoteAddress()).ifPresent(socket -> {
            send(socket, all.slice(0, next), KEEP_OPEN);
            dripNext(socket, all.slice(next, all.length()), drip.every().toMillis(), beforeLastByte);
        });
    }

    private void dripNext(Channel socket, Buffer rest, long milliseconds, Runnable beforeLastByte) {
        vertx.setTimer(milliseconds, timer -> {
            if (!socket.isActive()) {
                return;
            }
            if (rest.length() == 1) {
                beforeLastByte.run();
                send(socket, rest, ChannelFutureListener.CLOSE);
                return;
            }
            send(socket, rest.slice(0, 1), KEEP_OPEN);
            dripNext(socket, rest.slice(1, rest.length()), milliseconds, beforeLastByte);
        });
    }

    /** An empty chunk would be the last one and complete the response. */
    private static Buffer oneChunk(Buffer bytes) {
        return bytes.length() == 0
                ? Buffer.buffer()
                : Buffer.buffer(Integer.toHexString(bytes.length()) + CRLF)
                        .appendBuffer(bytes)
                        .appendString(CRLF);
    }

    private static Buffer head(HttpServerRequest request, SandboxResponse response, String date, String framing) {
        String reason = request.response().setStatusCode(response.status()).getStatusMessage();
        StringBuilder head = new StringBuilder("HTTP/1.1 ");
        head.append(response.status()).append(' ').append(reason).append(CRLF);
        head.append("Date: ").append(date).append(CRLF);
        response.headers()
                .forEach(header -> head.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append(CRLF));
        head.append(framing).append(CRLF).append(CRLF);
        return Buffer.buffer(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ChannelFutureListener afterWrite(FaultKind kind) {
        return switch (kind) {
            case RESET -> RESET;
            case STALL -> KEEP_OPEN;
            default -> ChannelFutureListener.CLOSE;
        };
    }

    /** The first handler's context writes below the HTTP handlers, directly to the socket. */
    private static void send(Channel socket, Buffer bytes, ChannelFutureListener afterWrite) {
        ChannelHandlerContext firstContext = socket.pipeline().firstContext();
        if (firstContext != null) {
            firstContext.writeAndFlush(Unpooled.wrappedBuffer(bytes.getBytes())).addListener(afterWrite);
        }
    }
}
