package dev.seatport.http.internal.auth;

import dev.seatport.http.internal.scheduling.Scheduler;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.TokenInfo;
import dev.seatport.http.spi.VendorOperation;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of one vendor, one per scope: fetched by the first who needs one, while all others who do wait for the same
 * answer; renewed in the background before they die, and kept until then if that fails. Lives are measured on a monotonic clock,
 * because the time of day can jump. After three fresh tokens in a row that the API refused, none is fetched for a minute. Lives on one event loop, which {@code loop} hands work to; so it needs no lock.
 */
public final class TokenCache {
    private static final Duration MIN_RENEWAL_PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_RENEWAL_PAUSE = Duration.ofMinutes(5);

    private final Executor eventLoop;
    private final Executor deferredLoop;
    private final TokenClient tokenClient;
    private final Scheduler scheduler;
    private final RandomGenerator random;
    private final SecretDetector secrets;
    private final Map<String, CachedToken> tokensByScope = new HashMap<>();

    /**
     * Tokens of one vendor.
     *
     * @param eventLoop where everything happens
     * @param deferredLoop the same, but never at once
     * @param secrets learns each token
     */
    public TokenCache(
            Executor eventLoop,
            Executor deferredLoop,
            TokenClient tokenClient,
            Scheduler scheduler,
            RandomGenerator random,
            SecretDetector secrets) {
        this.eventLoop = eventLoop;
        this.deferredLoop = deferredLoop;
        this.tokenClient = tokenClient;
        this.scheduler = scheduler;
        this.random = random;
        this.secrets = secrets;
    }

    /** A token that lives. Fails with a {@link dev.seatport.ports.failure.VendorException}. */
    public Uni<Secret> token(@Nullable String scope) {
        return Uni.createFrom()
                .emitter(emitter -> eventLoop.execute(() -> entry(scope).provide(emitter)));
    }

    /** The token that lives, if nobody has to be asked for it; for callers on the event loop. */
    public @Nullable Secret cached(@Nullable String scope) {
        return entry(scope).validToken();
    }

    /** What came with a token that lives. Fails with a {@link dev.seatport.ports.failure.VendorException}. */
    public Uni<TokenInfo> tokenInfo(@Nullable String scope) {
        return token(scope).map(token -> entry(scope).tokenInfo());
    }

    /** A token other than {@code refused}: if somebody else replaced that one already, theirs. */
    public Uni<Secret> replace(@Nullable String scope, Secret refused) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(eventLoop)
                .invoke(() -> entry(scope).invalidate(refused))
                .chain(() -> token(scope));
    }

    /**
     * The API refused a token. Gives whether it is the one that would be given out now: if it is not, another call replaced it
     * already, and the refusal says nothing of the fresh one.
     */
    public Uni<Boolean> onRefused(VendorOperation vendorOperation, Secret token) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(eventLoop)
                .map(ignored -> entry(vendorOperation.scope()).onRefused(vendorOperation, token));
    }

    /** A good response came with a token; for callers on the event loop. */
    public void onAccepted(VendorOperation vendorOperation, Secret token) {
        entry(vendorOperation.scope()).onAccepted(vendorOperation, token);
    }

    /**
     * For how long no token is fetched for an operation because the API refused fresh ones in a row, of this operation or of all of
     * its scope; zero if one may be. For callers on the event loop.
     */
    public Duration remainingPause(VendorOperation vendorOperation) {
        return entry(vendorOperation.scope()).remainingPause(vendorOperation);
    }

    private CachedToken entry(@Nullable String scope) {
        return tokensByScope.computeIfAbsent(scope == null ? "" : scope, key -> new CachedToken(scope));
    }

    /** What is known of one scope's token. */
    private final class CachedToken {
        private final @Nullable String scope;
        private List<UniEmitter<? super Secret>> waiters = new ArrayList<>();
        private @Nullable TokenResponse current;
        private @Nullable TokenInfo tokenInfo;
        private long expiresAt;
        private long renewAt;
        private boolean fetching;
        private final RefusedTokenBreaker breaker = new RefusedTokenBreaker();
        private final Map<String, RefusedTokenBreaker> breakersByOperation = new HashMap<>();

        CachedToken(@Nullable String scope) {
            this.scope = scope;
        }

        /** Those who wait share the request, not its fate: one who leaves takes nothing from the others. */
        void provide(UniEmitter<? super Secret> caller) {
            Secret token = validToken();
            if (token != null) {
                caller.complete(token);
            } else if (isPaused()) {
                caller.fail(tokenClient.pausedFailure(breaker.remainingPause(scheduler.nanoTime())));
            } else {
                waiters.add(caller);
                fetch();
            }
        }

        private boolean isPaused() {
            return !breaker.remainingPause(scheduler.nanoTime()).isZero();
        }

        /** The token, if it lives; it may be renewed meanwhile. */
        @Nullable
        Secret validToken() {
            TokenResponse token = current;
            long now = scheduler.nanoTime();
            if (token == null || expiresAt - now <= 0) {
                return null;
            }
            if (renewAt - now <= 0 && !isPaused()) {
                fetch();
            }
            return token.value();
        }

        private void fetch() {
            if (!fetching) {
                fetching = true;
                tokenClient.fetch(scope).subscribe().with(this::onFetched, this::onFailed);
            }
        }

        private void onFetched(TokenResponse token) {
            long now = scheduler.nanoTime();
            long margin = token.margin().toNanos();
            fetching = false;
            current = token;
            secrets.add(token.value().reveal());
            tokenInfo = new TokenInfo(scope, token.lifetime(), withoutSecrets(token.scopes()), token.clockAhead());
            expiresAt = now + token.lifetime().toNanos();
            // Clients that started together should not renew together.
            renewAt = now + token.useTime().toNanos() - margin - (margin == 0 ? 0 : random.nextLong(margin));
            notifyWaiters(caller -> caller.complete(token.value()));
        }

        /** An endpoint may name anything as a scope, and scopes are shown. */
        private @Nullable Set<String> withoutSecrets(@Nullable Set<String> scopes) {
            return scopes == null
                    ? null
                    : scopes.stream()
                            .filter(name -> name.equals(scope) || !secrets.detects(name))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** While the old token lives, nobody need know; the next try waits a while. */
        private void onFailed(Throwable failure) {
            fetching = false;
            long quarter = (expiresAt - scheduler.nanoTime()) / 4;
            renewAt = scheduler.nanoTime()
                    + Math.max(MIN_RENEWAL_PAUSE.toNanos(), Math.min(MAX_RENEWAL_PAUSE.toNanos(), quarter));
            notifyWaiters(caller -> caller.fail(failure));
        }

        /** Each is told on its own: what one of them does with it is not the others' trouble. */
        private void notifyWaiters(Consumer<UniEmitter<? super Secret>> notification) {
            List<UniEmitter<? super Secret>> notified = waiters;
            waiters = new ArrayList<>();
            notified.forEach(caller -> deferredLoop.execute(() -> notification.accept(caller)));
        }

        TokenInfo tokenInfo() {
            return Objects.requireNonNull(tokenInfo, "a token was given");
        }

        boolean isCurrent(Secret token) {
            return current != null && current.value().equals(token);
        }

        boolean onRefused(VendorOperation vendorOperation, Secret token) {
            boolean isCurrent = isCurrent(token);
            if (isCurrent) {
                long now = scheduler.nanoTime();
                breaker.refused(token, now);
                breaker(vendorOperation).refused(token, now);
            }
            return isCurrent;
        }

        void onAccepted(VendorOperation vendorOperation, Secret token) {
            breaker.acceptedToken(token);
            breaker(vendorOperation).acceptedToken(token);
        }

        Duration remainingPause(VendorOperation vendorOperation) {
            long now = scheduler.nanoTime();
            Duration pauseOfScope = breaker.remainingPause(now);
            return pauseOfScope.isZero() ? breaker(vendorOperation).remainingPause(now) : pauseOfScope;
        }

        /** A vendor may refuse one operation for lack of a permission and answer others. */
        private RefusedTokenBreaker breaker(VendorOperation vendorOperation) {
            return breakersByOperation.computeIfAbsent(vendorOperation.name(), name -> new RefusedTokenBreaker());
        }

        void invalidate(Secret refused) {
            if (isCurrent(refused)) {
                current = null;
            }
        }
    }
}
