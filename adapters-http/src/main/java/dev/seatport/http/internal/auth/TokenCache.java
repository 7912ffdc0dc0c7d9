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
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Executor loop;
    private final Executor later;
    private final TokenClient endpoint;
    private final Scheduler time;
    private final RandomGenerator random;
    private final SecretDetector secrets;
    private final Map<String, CachedToken> slots = new HashMap<>();

    /**
     * Tokens of one vendor.
     *
     * @param loop where everything happens
     * @param later the same, but never at once
     * @param secrets learns each token
     */
    public TokenCache(
            Executor loop,
            Executor later,
            TokenClient endpoint,
            Scheduler time,
            RandomGenerator random,
            SecretDetector secrets) {
        this.loop = loop;
        this.later = later;
        this.endpoint = endpoint;
        this.time = time;
        this.random = random;
        this.secrets = secrets;
    }

    /** A token that lives. Fails with a {@link dev.seatport.ports.failure.VendorException}. */
    public Uni<Secret> token(@Nullable String scope) {
        return Uni.createFrom()
                .emitter(emitter -> loop.execute(() -> slot(scope).give(emitter)));
    }

    /** The token that lives, if nobody has to be asked for it; for callers on the event loop. */
    public @Nullable Secret held(@Nullable String scope) {
        return slot(scope).living();
    }

    /** What came with a token that lives. Fails with a {@link dev.seatport.ports.failure.VendorException}. */
    public Uni<TokenInfo> access(@Nullable String scope) {
        return token(scope).map(token -> slot(scope).access());
    }

    /** A token other than {@code refused}: if somebody else replaced that one already, theirs. */
    public Uni<Secret> replace(@Nullable String scope, Secret refused) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(loop)
                .invoke(() -> slot(scope).forget(refused))
                .chain(() -> token(scope));
    }

    /**
     * The API refused a token. Gives whether it is the one that would be given out now: if it is not, another call replaced it
     * already, and the refusal says nothing of the fresh one.
     */
    public Uni<Boolean> refused(VendorOperation vendorOperation, Secret used) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(loop)
                .map(ignored -> slot(vendorOperation.scope()).refused(vendorOperation, used));
    }

    /** A good response came with a token; for callers on the event loop. */
    public void proven(VendorOperation vendorOperation, Secret used) {
        slot(vendorOperation.scope()).proven(vendorOperation, used);
    }

    /**
     * For how long no token is fetched for an operation because the API refused fresh ones in a row, of this operation or of all of
     * its scope; zero if one may be. For callers on the event loop.
     */
    public Duration pause(VendorOperation vendorOperation) {
        return slot(vendorOperation.scope()).pause(vendorOperation);
    }

    private CachedToken slot(@Nullable String scope) {
        return slots.computeIfAbsent(scope == null ? "" : scope, key -> new CachedToken(scope));
    }

    /** What is known of one scope's token. */
    private final class CachedToken {
        private final @Nullable String scope;
        private List<UniEmitter<? super Secret>> waiting = new ArrayList<>();
        private @Nullable TokenResponse current;
        private @Nullable TokenInfo tokenInfo;
        private long diesAt;
        private long renewAt;
        private boolean fetching;
        private final RefusedTokenBreaker refusals = new RefusedTokenBreaker();
        private final Map<String, RefusedTokenBreaker> refusalsByOperation = new HashMap<>();

        CachedToken(@Nullable String scope) {
            this.scope = scope;
        }

        /** Those who wait share the request, not its fate: one who leaves takes nothing from the others. */
        void give(UniEmitter<? super Secret> caller) {
            Secret token = living();
            if (token != null) {
                caller.complete(token);
            } else if (paused()) {
                caller.fail(endpoint.paused(refusals.pause(time.nanos())));
            } else {
                waiting.add(caller);
                fetch();
            }
        }

        private boolean paused() {
            return !refusals.pause(time.nanos()).isZero();
        }

        /** The token, if it lives; it may be renewed meanwhile. */
        @Nullable
        Secret living() {
            TokenResponse token = current;
            long now = time.nanos();
            if (token == null || diesAt - now <= 0) {
                return null;
            }
            if (renewAt - now <= 0 && !paused()) {
                fetch();
            }
            return token.value();
        }

        private void fetch() {
            if (!fetching) {
                fetching = true;
                endpoint.fetch(scope).subscribe().with(this::fetched, this::failed);
            }
        }

        private void fetched(TokenResponse token) {
            long now = time.nanos();
            long margin = token.margin().toNanos();
            fetching = false;
            current = token;
            secrets.add(token.value().reveal());
            tokenInfo = new TokenInfo(scope, token.life(), shown(token.scopes()), token.clockAhead());
            diesAt = now + token.life().toNanos();
            // Clients that started together should not renew together.
            renewAt = now + token.use().toNanos() - margin - (margin == 0 ? 0 : random.nextLong(margin));
            leave(caller -> caller.complete(token.value()));
        }

        /** An endpoint may name anything as a scope, and scopes are shown. */
        private @Nullable Set<String> shown(@Nullable Set<String> scopes) {
            return scopes == null
                    ? null
                    : scopes.stream()
                            .filter(name -> name.equals(scope) || !secrets.detects(name))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** While the old token lives, nobody need know; the next try waits a while. */
        private void failed(Throwable failure) {
            fetching = false;
            long quarter = (diesAt - time.nanos()) / 4;
            renewAt = time.nanos() + Math.max(SHORTEST_PAUSE.toNanos(), Math.min(LONGEST_PAUSE.toNanos(), quarter));
            leave(caller -> caller.fail(failure));
        }

        /** Each is told on its own: what one of them does with it is not the others' trouble. */
        private void leave(Consumer<UniEmitter<? super Secret>> tell) {
            List<UniEmitter<? super Secret>> leaving = waiting;
            waiting = new ArrayList<>();
            leaving.forEach(caller -> later.execute(() -> tell.accept(caller)));
        }

        TokenInfo access() {
            return Objects.requireNonNull(tokenInfo, "a token was given");
        }

        boolean holds(Secret token) {
            return current != null && current.value().equals(token);
        }

        boolean refused(VendorOperation vendorOperation, Secret token) {
            boolean held = holds(token);
            if (held) {
                long now = time.nanos();
                refusals.refused(token, now);
                streak(vendorOperation).refused(token, now);
            }
            return held;
        }

        void proven(VendorOperation vendorOperation, Secret token) {
            refusals.proven(token);
            streak(vendorOperation).proven(token);
        }

        Duration pause(VendorOperation vendorOperation) {
            long now = time.nanos();
            Duration ofAll = refusals.pause(now);
            return ofAll.isZero() ? streak(vendorOperation).pause(now) : ofAll;
        }

        /** A vendor may refuse one operation for lack of a permission and answer others. */
        private RefusedTokenBreaker streak(VendorOperation vendorOperation) {
            return refusalsByOperation.computeIfAbsent(vendorOperation.name(), name -> new RefusedTokenBreaker());
        }

        void forget(Secret refused) {
            if (holds(refused)) {
                current = null;
            }
        }
    }
}
