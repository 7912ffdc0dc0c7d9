package dev.seatport.http;

import dev.seatport.http.spi.HttpProxy;
import dev.seatport.ports.events.CallListener;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Options common to the clients of all vendors. Unset options keep their defaults. The option builders of adapters extend it.
 *
 * @param <B> the builder type itself
 */
public abstract class ClientOptionsBuilder<B extends ClientOptionsBuilder<B>> {
    ClientLimits limits = ClientLimits.defaults();

    @Nullable
    HttpProxy proxy;

    @Nullable
    Path extraCertificates;

    @Nullable
    Executor executor;

    CallListener callListener = CallListener.none();
    InstantSource clock = InstantSource.system();

    protected ClientOptionsBuilder() {}

    /** Returns this builder. */
    protected abstract B self();

    /** Copies the options that another builder holds now. */
    final void copyFrom(ClientOptionsBuilder<?> other) {
        limits = other.limits;
        proxy = other.proxy;
        extraCertificates = other.extraCertificates;
        executor = other.executor;
        callListener = other.callListener;
        clock = other.clock;
    }

    /** Sets the time limit for one request, up to the end of its response. Default: 60 s. */
    public final B requestTimeout(Duration timeout) {
        return limits(limits.toBuilder().requestTimeout(timeout).build());
    }

    /** Sets time, size, attempt and concurrency limits. Default: {@link ClientLimits#defaults()}. */
    public final B limits(ClientLimits newLimits) {
        limits = Objects.requireNonNull(newLimits, "limits");
        return self();
    }

    /** Sets an HTTP proxy without authentication. Requests to the loopback host bypass it. Default: none. */
    public final B proxy(InetSocketAddress address) {
        return proxy(HttpProxy.of(address));
    }

    /** Sets an HTTP proxy for the vendor and its token endpoint. Requests to the loopback host bypass it. Default: none. */
    public final B proxy(HttpProxy httpProxy) {
        proxy = Objects.requireNonNull(httpProxy, "proxy");
        return self();
    }

    /** Sets a PEM file of certificate authorities, trusted in addition to those of the Java runtime. Default: none. */
    public final B extraCertificates(Path pem) {
        extraCertificates = Objects.requireNonNull(pem, "extraCertificates");
        return self();
    }

    /** Sets the executor that delivers results. Default: the client's event loop. */
    public final B executor(Executor resultExecutor) {
        executor = Objects.requireNonNull(resultExecutor, "executor");
        return self();
    }

    /** Sets the listener for calls, schema drift and repeated rows. Default: none. */
    public final B callListener(CallListener listener) {
        callListener = Objects.requireNonNull(listener, "callListener");
        return self();
    }

    /**
     * Sets the clock that dates provenance and client assertions. The event loop and the decoder threads read it. Default: the
     * system clock.
     */
    public final B clock(InstantSource source) {
        clock = Objects.requireNonNull(source, "clock");
        return self();
    }
}
