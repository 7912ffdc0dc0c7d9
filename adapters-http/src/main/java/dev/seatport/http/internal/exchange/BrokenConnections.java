package dev.seatport.http.internal.exchange;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.retry.AttemptFailure.Again;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;

/** What a connection's failure means, told by its type: messages of libraries are not shown. */
final class BrokenConnections {
    private BrokenConnections() {}

    /**
     * Tells what broke.
     *
     * @param headed whether the head of an answer had come, so that its body is what was cut
     */
    static ExchangeFailure translate(Throwable failure, boolean headed) {
        return new ExchangeFailure(FailureKind.UNAVAILABLE, again(failure, headed), explain(failure));
    }

    private static Again again(Throwable failure, boolean headed) {
        if (failure instanceof SSLException) {
            return Again.NEVER;
        }
        return headed ? Again.TRUNCATED : Again.TRANSIENT;
    }

    private static String explain(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "the host is not known; check the base URL";
        }
        if (failure instanceof SSLException) {
            return "no trustworthy TLS connection; check the host and its certificate";
        }
        if (failure instanceof io.netty.channel.ConnectTimeoutException) {
            return "no connection in time; check the host, the port and the firewall";
        }
        if (failure instanceof ConnectException) {
            return "the connection was refused; check the host and the port";
        }
        if (failure instanceof HttpClosedException || failure instanceof ClosedChannelException) {
            return "the connection was closed before the answer was complete; try again later";
        }
        return "the connection broke (" + failure.getClass().getSimpleName() + "); try again later";
    }
}
