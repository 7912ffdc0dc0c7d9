package dev.seatport.http.internal.auth;

import dev.seatport.http.internal.scheduling.Scheduler;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.spi.VendorOperation;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
 * Cache of a vendor's access tokens, one per audience and scope. Thread-safe, unless a method says otherwise: its state is confined to
 * the event loop, so it needs no lock. If it is full, the token that was unused for the longest time is removed.
 *
 * <p>Calls that need the same token at the same time share one request. A token is renewed in the background before it expires. It is used
 * until then if the renewal fails. Lifetimes are measured on a monotonic clock, because the time of day can jump.
 *
 * <p>After the API refused three fresh tokens of an audience and scope in a row, none is fetched for them for one minute.
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
    private final int maxTokens;
    /** In the order of their last use, oldest first. */
    private final Map<String, ScopeEntry> tokens = new LinkedHashMap<>(16, 0.75f, true);

    private @Nullable ScopeEntry lastUsed;

    /**
     * @param eventLoop runs all tasks of the cache
     * @param deferredLoop the same event loop, but never runs a task at once
     * @param secrets is given each token
     * @param maxTokens number of tokens that are kept, at least 1
     */
    public TokenCache(
            Executor eventLoop,
            Executor deferredLoop,
            TokenClient tokenClient,
            Scheduler scheduler,
            RandomGenerator random,
            SecretDetector secrets,
            int maxTokens) {
        this.eventLoop = eventLoop;
        this.deferredLoop = deferredLoop;
        this.tokenClient = tokenClient;
        this.scheduler = scheduler;
        this.random = random;
        this.secrets = secrets;
        this.maxTokens = maxTokens;
    }

    /**
     * Returns a valid token for the audience and the scope of an operation. Fails with a {@link
     * dev.seatport.ports.failure.VendorException}.
     */
    public Uni<Secret> token(VendorOperation vendorOperation) {
        return Uni.createFrom()
                .emitter(emitter ->
                        eventLoop.execute(() -> entry(vendorOperation).provide(emitter)));
    }

    /**
     * Returns the cached token without a request. Confined to the event loop.
     *
     * @return {@code null} if none is valid
     */
    public @Nullable Secret cached(VendorOperation vendorOperation) {
        return entry(vendorOperation).validToken();
    }

    /** Returns the details of a valid token. Fails with a {@link dev.seatport.ports.failure.VendorException}. */
    public Uni<TokenMetadata> tokenInfo(VendorOperation vendorOperation) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(eventLoop)
                .map(ignored -> entry(vendorOperation))
                .chain(entry -> Uni.createFrom().<Secret>emitter(entry::provide).map(token -> entry.tokenInfo()));
    }

    /** Returns a token other than {@code refused}: a new one, or the one that replaced it already. */
    public Uni<Secret> replace(VendorOperation vendorOperation, Secret refused) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(eventLoop)
                .invoke(() -> entry(vendorOperation).invalidate(refused))
                .chain(() -> token(vendorOperation));
    }

    /**
     * Records that the API refused a token.
     *
     * @return whether it is the current token. If not, another call replaced it already, and the refusal does not concern the new one
     */
    public Uni<Boolean> onRefused(VendorOperation vendorOperation, Secret token) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(eventLoop)
                .map(ignored -> entry(vendorOperation).onRefused(vendorOperation, token));
    }

    /** Records a successful response to a request with this token. Confined to the event loop. */
    public void onAccepted(VendorOperation vendorOperation, Secret token) {
        entry(vendorOperation).onAccepted(vendorOperation, token);
    }

    /**
     * Returns how long no token is fetched for an operation; zero if one may be. The reason is refused fresh tokens of the operation or
     * its scope. Confined to the event loop.
     */
    public Duration remainingPause(VendorOperation vendorOperation) {
        return entry(vendorOperation).remainingPause(vendorOperation);
    }

    /** Returns the token of an operation, and marks it as used. Calls in a row nearly always use the same token. */
    private ScopeEntry entry(VendorOperation vendorOperation) {
        ScopeEntry last = lastUsed;
        if (last != null && last.isFor(vendorOperation)) {
            return last;
        }
        String key = key(vendorOperation);
        ScopeEntry token = tokens.get(key);
        if (token == null) {
            token = new ScopeEntry(vendorOperation.scope(), vendorOperation.audience());
            tokens.put(key, token);
            removeOldest(token);
        }
        lastUsed = token;
        token.addToSecrets();
        return token;
    }

    /** An audience has no slash, so two keys are equal only if audience and scope are. */
    private static String key(VendorOperation vendorOperation) {
        return Objects.requireNonNullElse(vendorOperation.audience(), "")
                + "/"
                + Objects.requireNonNullElse(vendorOperation.scope(), "");
    }

    /** Removes the oldest tokens beyond the maximum, but none that calls wait for. */
    private void removeOldest(ScopeEntry added) {
        Iterator<ScopeEntry> oldest = tokens.values().iterator();
        while (tokens.size() > maxTokens && oldest.hasNext()) {
            ScopeEntry token = oldest.next();
            if (token != added && !token.fetching) {
                oldest.remove();
            }
        }
    }

    /** Token of one audience and scope, and the calls that wait for it. */
    private final class ScopeEntry {
        private final @Nullable String scope;
        private final @Nullable String audience;
        private List<UniEmitter<? super Secret>> waiters = new ArrayList<>();
        private @Nullable TokenResponse current;
        private @Nullable TokenMetadata tokenMetadata;
        private long expiresAt;
        private long renewAt;
        private boolean fetching;
        private final RefusedTokenBreaker breaker = new RefusedTokenBreaker();
        private final Map<String, RefusedTokenBreaker> breakersByOperation = new HashMap<>();

        ScopeEntry(@Nullable String scope, @Nullable String audience) {
            this.scope = scope;
            this.audience = audience;
        }

        boolean isFor(VendorOperation vendorOperation) {
            return Objects.equals(scope, vendorOperation.scope())
                    && Objects.equals(audience, vendorOperation.audience());
        }

        void addToSecrets() {
            if (current != null) {
                secrets.add(current.value().reveal());
            }
        }

        /** Waiters share the request, but cancelling one does not cancel the request of the others. */
        void provide(UniEmitter<? super Secret> caller) {
            Secret token = validToken();
            if (token != null) {
                caller.complete(token);
            } else if (isPaused()) {
                caller.fail(tokenClient.pausedFailure(audience, breaker.remainingPause(scheduler.nanoTime())));
            } else {
                waiters.add(caller);
                fetch();
            }
        }

        private boolean isPaused() {
            return !breaker.remainingPause(scheduler.nanoTime()).isZero();
        }

        /** Returns the token unless it expired, and starts its renewal if due. */
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
                tokenClient.fetch(scope, audience).subscribe().with(this::onFetched, this::onFailed);
            }
        }

        private void onFetched(TokenResponse token) {
            long now = scheduler.nanoTime();
            long margin = token.margin().toNanos();
            fetching = false;
            current = token;
            secrets.add(token.value().reveal());
            tokenMetadata =
                    new TokenMetadata(scope, token.lifetime(), withoutSecrets(token.scopes()), token.clockAhead());
            expiresAt = now + token.lifetime().toNanos();
            // Clients that started together should not renew together.
            renewAt = now + token.useTime().toNanos() - margin - (margin == 0 ? 0 : random.nextLong(margin));
            notifyWaiters(caller -> caller.complete(token.value()));
        }

        /** A token endpoint may return any text as a scope, and scopes are shown. */
        private @Nullable Set<String> withoutSecrets(@Nullable Set<String> scopes) {
            return scopes == null
                    ? null
                    : scopes.stream()
                            .filter(name -> name.equals(scope) || !secrets.detects(name))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** While the old token is valid, callers do not see the failure. The next renewal waits. */
        private void onFailed(Throwable failure) {
            fetching = false;
            long quarter = (expiresAt - scheduler.nanoTime()) / 4;
            renewAt = scheduler.nanoTime()
                    + Math.max(MIN_RENEWAL_PAUSE.toNanos(), Math.min(MAX_RENEWAL_PAUSE.toNanos(), quarter));
            notifyWaiters(caller -> caller.fail(failure));
        }

        /** Notifies each waiter in a separate task, so that an exception of one does not affect the others. */
        private void notifyWaiters(Consumer<UniEmitter<? super Secret>> notification) {
            List<UniEmitter<? super Secret>> notified = waiters;
            waiters = new ArrayList<>();
            notified.forEach(caller -> deferredLoop.execute(() -> notification.accept(caller)));
        }

        TokenMetadata tokenInfo() {
            return Objects.requireNonNull(tokenMetadata, "no token fetched");
        }

        boolean isCurrent(Secret token) {
            return current != null && current.value().equals(token);
        }

        boolean onRefused(VendorOperation vendorOperation, Secret token) {
            boolean isCurrent = isCurrent(token);
            if (isCurrent) {
                long now = scheduler.nanoTime();
                breaker.onRefused(token, now);
                breaker(vendorOperation).onRefused(token, now);
            }
            return isCurrent;
        }

        void onAccepted(VendorOperation vendorOperation, Secret token) {
            breaker.onAccepted(token);
            breaker(vendorOperation).onAccepted(token);
        }

        Duration remainingPause(VendorOperation vendorOperation) {
            long now = scheduler.nanoTime();
            Duration pauseOfScope = breaker.remainingPause(now);
            return pauseOfScope.isZero() ? breaker(vendorOperation).remainingPause(now) : pauseOfScope;
        }

        /** A vendor may refuse one operation for lack of a permission and accept others. */
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
