package dev.seatport.http.internal.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpClientOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 codec of one connection that compares responses with requests byte by byte. Confined to the event loop. It replaces Netty's
 * codec, which delivers a second response like the first, and keeps a part of one for the next exchange.
 *
 * <p>The end of a response is delivered one turn of the event loop later. Until then the socket is read once more before the connection
 * is reused. Bytes after a response, or without a request, end the connection:
 *
 * <ul>
 *   <li>After the first response of a connection, they cannot belong to any request. The response is delivered.
 *   <li>After a later response, either of the two may be the right one. The exchange fails, and all responses since the second are
 *       suspect.
 *   <li>On an idle connection, all responses since the second are suspect.
 * </ul>
 */
final class SurplusBytesHttpClientCodec extends CombinedChannelDuplexHandler<HttpResponseDecoder, HttpRequestEncoder> {
    /** Name of the Vert.x handler that this one replaces. */
    static final String NAME = "codec";

    private static final byte FIRST_RESPONSE_BYTE = 'H';

    private final IntConsumer surplusListener;
    /** Only while an exchange is active, so that an idle connection keeps no caller in memory. */
    private @Nullable HttpExchange exchange;

    private @Nullable HttpResponse head;
    private @Nullable LastHttpContent heldEnd;
    private int pendingResponses;
    private int completedResponses;
    private boolean responding;
    private boolean responseStarted;
    private boolean discarding;

    /**
     * @param limits limits of lines, headers and chunks
     * @param surplusListener receives the number of suspect responses when bytes without a request arrive
     */
    SurplusBytesHttpClientCodec(HttpClientOptions limits, IntConsumer surplusListener) {
        this.surplusListener = surplusListener;
        init(
                new ResponseDecoder(new HttpDecoderConfig()
                        .setMaxInitialLineLength(limits.getMaxInitialLineLength())
                        .setMaxHeaderSize(limits.getMaxHeaderSize())
                        .setMaxChunkSize(limits.getMaxChunkSize())
                        .setInitialBufferSize(limits.getDecoderInitialBufferSize())),
                new PendingRequestCountingEncoder());
    }

    /** Assigns the connection to an exchange. */
    void attach(HttpExchange next) {
        exchange = next;
    }

    /** Returns the number of complete responses on the connection. */
    int completedResponses() {
        return completedResponses;
    }

    /** Returns whether a byte arrived since the last request. */
    boolean responding() {
        return responding;
    }

    private final class PendingRequestCountingEncoder extends HttpRequestEncoder {
        @Override
        protected void encode(ChannelHandlerContext context, Object message, List<Object> out) throws Exception {
            if (message instanceof HttpRequest) {
                pendingResponses++;
                responding = false;
                responseStarted = false;
            }
            super.encode(context, message, out);
        }
    }

    private final class ResponseDecoder extends HttpResponseDecoder {
        ResponseDecoder(HttpDecoderConfig config) {
            super(config);
        }

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
            if (discarding) {
                in.skipBytes(in.readableBytes());
            } else if (heldEnd != null || pendingResponses == 0) {
                in.skipBytes(in.readableBytes());
                onUnexpectedBytes(context);
            } else if (!responseStarted
                    && completedResponses > 0
                    && in.getByte(in.readerIndex()) != FIRST_RESPONSE_BYTE) {
                responding = true;
                in.skipBytes(in.readableBytes());
                failAsSuspect(context);
            } else {
                responding = true;
                decodeNext(context, in, out);
            }
        }

        private void decodeNext(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
            int firstIndex = out.size();
            int from = in.readerIndex();
            super.decode(context, in, out);
            responseStarted |= in.readerIndex() != from;
            for (int i = firstIndex; i < out.size(); i++) {
                if (out.get(i) instanceof HttpObject part && isEnd(part)) {
                    onEnd(context, in, out);
                    return;
                }
            }
        }

        /** Returns whether the response ends. Vert.x handles decode errors and closes the connection. */
        private boolean isEnd(HttpObject part) {
            if (part.decoderResult().isFailure()) {
                discarding = true;
                return false;
            }
            if (part instanceof HttpResponse response) {
                head = response;
            }
            if (!(part instanceof LastHttpContent)) {
                return false;
            }
            responseStarted = false;
            return head != null && head.status().codeClass() != HttpStatusClass.INFORMATIONAL;
        }

        private void onEnd(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
            pendingResponses--;
            if (!in.isReadable()) {
                hold((LastHttpContent) out.remove(out.size() - 1));
                afterOneTurn(context, () -> release(context));
                return;
            }
            in.skipBytes(in.readableBytes());
            if (isResponseValid()) {
                completedResponses++;
                closeAfterResponse();
            } else {
                ReferenceCountUtil.release(out.remove(out.size() - 1));
                failAsSuspect(context);
            }
        }

        /** Keeps a copy, because the next read reuses the buffer, which is still in the CPU cache. */
        private void hold(LastHttpContent last) {
            heldEnd = last.replace(Unpooled.copiedBuffer(last.content()));
            last.release();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            release(context);
            super.channelInactive(context);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
            release(context);
            super.exceptionCaught(context, cause);
        }
    }

    /** Runs a task one turn later: the sockets are read before a task that a task schedules. */
    private static void afterOneTurn(ChannelHandlerContext context, Runnable task) {
        context.executor().execute(() -> {
            var unused = context.executor().schedule(task, 0, TimeUnit.NANOSECONDS);
        });
    }

    private void release(ChannelHandlerContext context) {
        LastHttpContent last = heldEnd;
        if (last != null) {
            heldEnd = null;
            completedResponses++;
            exchange = null;
            context.fireChannelRead(last);
            context.fireChannelReadComplete();
        }
    }

    /** Handles bytes after a held response or on an idle connection. */
    private void onUnexpectedBytes(ChannelHandlerContext context) {
        if (heldEnd == null) {
            failAsSuspect(context);
        } else if (isResponseValid()) {
            closeAfterResponse();
            release(context);
        } else {
            ReferenceCountUtil.release(heldEnd);
            heldEnd = null;
            failAsSuspect(context);
        }
    }

    /** Returns whether a response followed by bytes is valid: it is the first, and the bytes are not a forbidden body. */
    private boolean isResponseValid() {
        return completedResponses == 0
                && head != null
                && !HttpExchange.isBodiless(head.status().code());
    }

    /** Delivers the response, and makes Vert.x close the connection as if the server had requested that. */
    private void closeAfterResponse() {
        discarding = true;
        exchange = null;
        if (head != null) {
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        surplusListener.accept(0);
    }

    private void failAsSuspect(ChannelHandlerContext context) {
        discarding = true;
        surplusListener.accept(Math.max(0, completedResponses - 1));
        if (exchange != null) {
            exchange.onSurplus(completedResponses);
        }
        var unused = context.close();
    }
}
