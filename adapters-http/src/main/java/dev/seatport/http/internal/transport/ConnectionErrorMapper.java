package dev.seatport.http.internal.transport;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;

/** Maps exceptions of connections to failures by their type. Messages of libraries are not shown. */
final class ConnectionErrorMapper {
    private static final String CONNECT_TIMEOUT = "no connection in time; check the host, the port and the firewall";
    private static final String CONNECTION_CLOSED =
            "the connection was closed before the response was complete; try again later";

    private static final String HEAD_TOO_LARGE = "the head of the response is larger than "
            + TransportOptions.MAX_HEAD_BYTES / 1024 + " KiB; look for a gateway or proxy that adds headers";

    private ConnectionErrorMapper() {}

    /**
     * Maps an exception to a failure.
     *
     * @param headReceived whether the head of the response was received, so that its body is truncated
     */
    static AttemptException translate(Throwable failure, boolean headReceived) {
        if (failure instanceof TooLongFrameException) {
            return new AttemptException(FailureKind.ANSWER_TOO_LARGE, RetryClass.NEVER, HEAD_TOO_LARGE);
        }
        return new AttemptException(FailureKind.UNAVAILABLE, retryClass(failure, headReceived), explain(failure));
    }

    private static RetryClass retryClass(Throwable failure, boolean headReceived) {
        if (failure instanceof SSLException && !isUnfinishedHandshake(failure)) {
            return RetryClass.NEVER;
        }
        return headReceived ? RetryClass.TRUNCATED : RetryClass.TRANSIENT;
    }

    /** An unfinished TLS handshake does not concern the certificate of the server. Vert.x wraps its cause. */
    private static boolean isUnfinishedHandshake(Throwable failure) {
        return failure.getCause() instanceof SslHandshakeTimeoutException
                || failure.getCause() instanceof ClosedChannelException;
    }

    private static String explain(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "the host is not known; check the base URL";
        }
        if (isUnfinishedHandshake(failure)) {
            return failure.getCause() instanceof ClosedChannelException ? CONNECTION_CLOSED : CONNECT_TIMEOUT;
        }
        if (failure instanceof SSLException) {
            return "no trustworthy TLS connection; check the host and its certificate";
        }
        if (failure instanceof io.netty.channel.ConnectTimeoutException) {
            return CONNECT_TIMEOUT;
        }
        if (failure instanceof ProxyConnectException) {
            return "the proxy did not connect; check its address, and whether it wants a login or forbids the vendor's host";
        }
        if (failure instanceof ConnectException) {
            return "the connection was refused; check the host and the port";
        }
        if (failure instanceof HttpClosedException || failure instanceof ClosedChannelException) {
            return CONNECTION_CLOSED;
        }
        return "the connection broke (" + failure.getClass().getSimpleName() + "); try again later";
    }
}
