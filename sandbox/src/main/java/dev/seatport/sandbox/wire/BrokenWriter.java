package dev.seatport.sandbox.wire;

import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.faults.Effect;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.Spot;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Writes answers that break, past Vert.x, straight to the socket. The connection never carries another answer. A body in rows is made
 * whole first. How many of the bytes before a reset a client gets to read is up to its system. Event loop of the request only.
 */
public final class BrokenWriter {
    private static final String NO_SIZE = "zz\r\n{}\r\n0\r\n\r\n";

    private static final ChannelFutureListener STAY = written -> {};
    /** With no time to linger the system drops what is unsent and sends RST in place of FIN. */
    private static final ChannelFutureListener RESET = written -> {
        written.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        ChannelFutureListener.CLOSE.operationComplete(written);
    };

    private final Vertx vertx;
    private final SocketWatch sockets;

    /** A writer to sockets that were accepted by this Vertx. */
    public BrokenWriter(Vertx vertx, SocketWatch sockets) {
        this.vertx = vertx;
        this.sockets = sockets;
    }

    /** Breaks the answer to a request; tells whether its head goes out whole. */
    public boolean write(HttpServerRequest request, Answer answer, String date, Effect.Broken broken) {
        RawAnswer raw =
                raw(answer, request.response().setStatusCode(answer.status()).getStatusMessage(), date, broken);
        int end = isChunked(broken.kind())
                ? raw.length()
                : broken.spot().offset(raw.head().length(), raw.body().length());
        Optional<Channel> socket = sockets.socketOf(request.connection().remoteAddress());
        if (socket.isEmpty()) {
            return false;
        }
        send(socket.get(), raw.slice(0, end), ending(broken.kind()));
        return end >= raw.head().length();
    }

    /** Writes the answer byte by byte from a place on, and tells when its last byte is about to go. */
    public void drip(HttpServerRequest request, Answer answer, String date, Effect.Drip drip, Runnable whole) {
        String reason = request.response().setStatusCode(answer.status()).getStatusMessage();
        RawAnswer raw = RawAnswer.ofLengthAndLast(answer, reason, date);
        Optional<Channel> socket = sockets.socketOf(request.connection().remoteAddress());
        if (socket.isPresent()) {
            int next = drip.from().offset(raw.head().length(), raw.body().length());
            send(socket.get(), raw.slice(0, next), STAY);
            dripNext(socket.get(), raw.slice(next, raw.length()), drip.every().toMillis(), whole);
        }
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

    private static RawAnswer raw(Answer answer, String reason, String date, Effect.Broken broken) {
        if (broken.kind() == FaultKind.CUT) {
            return RawAnswer.endedByConnection(answer, reason, date);
        }
        if (!isChunked(broken.kind())) {
            return RawAnswer.ofLength(answer, reason, date);
        }
        int bytes = bytesOfChunk(broken.spot(), RawAnswer.bytes(answer).length());
        return RawAnswer.inChunks(answer, reason, date, bytes, broken.kind() == FaultKind.BAD_CHUNK ? NO_SIZE : "");
    }

    private static boolean isChunked(FaultKind kind) {
        return kind == FaultKind.OPEN_CHUNKS || kind == FaultKind.BAD_CHUNK;
    }

    private static int bytesOfChunk(Spot spot, int bodyLength) {
        return spot.offset(0, bodyLength);
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
