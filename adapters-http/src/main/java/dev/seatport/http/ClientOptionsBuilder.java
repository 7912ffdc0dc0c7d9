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
 * Collects the options that every vendor's client has; what is not set keeps its default. The builders of adapters extend it.
 *
 * @param <B> the builder itself
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

    /** This builder. */
    protected abstract B self();

    /** Takes over what another builder collected by now. */
    final void copyFrom(ClientOptionsBuilder<?> other) {
        limits = other.limits;
        proxy = other.proxy;
        extraCertificates = other.extraCertificates;
        executor = other.executor;
        callListener = other.callListener;
        clock = other.clock;
    }

    /** How long one request may take, to the end of its answer. Default: 60 s. */
    public final B requestTimeout(Duration timeout) {
        return limits(limits.toBuilder().requestTimeout(timeout).build());
    }

    /** What calls may take: time, size, tries, and how many at once. Default: {@link ClientLimits#defaults()}. */
    public final B limits(ClientLimits all) {
        limits = Objects.requireNonNull(all, "limits");
        return self();
    }

    /** An HTTP proxy on the way that wants no login; never on the way to the loopback host. Default: none. */
    public final B proxy(InetSocketAddress address) {
        return proxy(HttpProxy.of(address));
    }

    /**
     * An HTTP proxy on the way to the vendor and its token endpoint, with a login if it wants one; never on the way to the loopback host.
     * Default: none.
     */
    public final B proxy(HttpProxy way) {
        proxy = Objects.requireNonNull(way, "proxy");
        return self();
    }

    /** A PEM file of certificate authorities that are trusted beside those that Java trusts. Default: none. */
    public final B extraCertificates(Path pem) {
        extraCertificates = Objects.requireNonNull(pem, "extraCertificates");
        return self();
    }

    /** Where results are delivered. Default: on the client's event loop. */
    public final B executor(Executor signals) {
        executor = Objects.requireNonNull(signals, "executor");
        return self();
    }

    /** Who is told of calls, drift and repeated rows. Default: nobody. */
    public final B callListener(CallListener told) {
        callListener = Objects.requireNonNull(told, "callListener");
        return self();
    }

    /**
     * The time of day, which dates provenance and assertions. Asked on the client's event loop and on the threads that read answers.
     * Default: the system's clock.
     */
    public final B clock(InstantSource source) {
        clock = Objects.requireNonNull(source, "clock");
        return self();
    }
}
