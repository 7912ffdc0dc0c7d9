package dev.seatport.http.internal.auth;

import dev.seatport.http.Access;
import dev.seatport.http.Secret;
import dev.seatport.http.internal.time.Clockwork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of one vendor, one per scope: fetched by the first who needs one, while all others who do wait for the same
 * answer; renewed in the background before they die, and kept until then if that fails. Lives are measured on a monotonic clock,
 * because the time of day can jump. Lives on one event loop, which {@code loop} hands work to; so it needs no lock.
 */
public final class TokenSource {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final Executor loop;
    private final Executor later;
    private final TokenEndpoint endpoint;
    private final Clockwork time;
    private final RandomGenerator random;
    private final Map<String, Slot> slots = new HashMap<>();

    /**
     * Tokens of one vendor.
     *
     * @param loop where everything happens
     * @param later the same, but never at once
     */
    public TokenSource(Executor loop, Executor later, TokenEndpoint endpoint, Clockwork time, RandomGenerator random) {
        this.loop = loop;
        this.later = later;
        this.endpoint = endpoint;
        this.time = time;
        this.random = random;
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
    public Uni<Access> access(@Nullable String scope) {
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

    /** Whether {@code used} is what would be given out now: if it is not, somebody knows already that it is no good. */
    public Uni<Boolean> isCurrent(@Nullable String scope, Secret used) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(loop)
                .map(ignored -> slot(scope).holds(used));
    }

    private Slot slot(@Nullable String scope) {
        return slots.computeIfAbsent(scope == null ? "" : scope, key -> new Slot(scope));
    }

    /** What is known of one scope's token. */
    private final class Slot {
        private final @Nullable String scope;
        private List<UniEmitter<? super Secret>> waiting = new ArrayList<>();
        private @Nullable Token current;
        private @Nullable Access access;
        private long diesAt;
        private long renewAt;
        private boolean fetching;

        Slot(@Nullable String scope) {
            this.scope = scope;
        }

        /** Those who wait share the request, not its fate: one who leaves takes nothing from the others. */
        void give(UniEmitter<? super Secret> caller) {
            Secret token = living();
            if (token == null) {
                waiting.add(caller);
                fetch();
            } else {
                caller.complete(token);
            }
        }

        /** The token, if it lives; it may be renewed meanwhile. */
        @Nullable
        Secret living() {
            Token token = current;
            long now = time.nanos();
            if (token == null || diesAt - now <= 0) {
                return null;
            }
            if (renewAt - now <= 0) {
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

        private void fetched(Token token) {
            long now = time.nanos();
            long margin = token.margin().toNanos();
            fetching = false;
            current = token;
            access = new Access(scope, token.life(), token.scopes(), token.clockAhead());
            diesAt = now + token.life().toNanos();
            // Clients that started together should not renew together.
            renewAt = diesAt - margin - (margin == 0 ? 0 : random.nextLong(margin));
            leave(caller -> caller.complete(token.value()));
        }

        /** While the old token lives, nobody need know; the next try waits a while. */
        private void failed(Throwable failure) {
            fetching = false;
            long left = Math.max(SHORTEST_PAUSE.toNanos(), (diesAt - time.nanos()) / 4);
            renewAt = time.nanos() + left;
            leave(caller -> caller.fail(failure));
        }

        /** Each is told on its own: what one of them does with it is not the others' trouble. */
        private void leave(Consumer<UniEmitter<? super Secret>> tell) {
            List<UniEmitter<? super Secret>> leaving = waiting;
            waiting = new ArrayList<>();
            leaving.forEach(caller -> later.execute(() -> tell.accept(caller)));
        }

        Access access() {
            return Objects.requireNonNull(access, "a token was given");
        }

        boolean holds(Secret token) {
            return current != null && current.value().equals(token);
        }

        void forget(Secret refused) {
            if (holds(refused)) {
                current = null;
            }
        }
    }
}
