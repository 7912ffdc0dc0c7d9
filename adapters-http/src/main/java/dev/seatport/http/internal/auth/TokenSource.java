package dev.seatport.http.internal.auth;

import dev.seatport.http.Secret;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of one vendor, one per scope: fetched by the first who needs one, while all others who do wait for the same
 * answer; kept until shortly before it dies. Lives on one event loop, which {@code loop} hands work to; so it needs no lock.
 */
public final class TokenSource {
    private final Executor loop;
    private final TokenEndpoint endpoint;
    private final InstantSource clock;
    private final Map<String, Slot> slots = new HashMap<>();

    public TokenSource(Executor loop, TokenEndpoint endpoint, InstantSource clock) {
        this.loop = loop;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** A token that lives. Fails with a {@link dev.seatport.ports.failure.VendorException}. */
    public Uni<Secret> token(@Nullable String scope) {
        return Uni.createFrom()
                .emitter(emitter -> loop.execute(() -> slot(scope).give(emitter)));
    }

    /** A token other than {@code refused}: if somebody else replaced that one already, theirs. */
    public Uni<Secret> replace(@Nullable String scope, Secret refused) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(loop)
                .invoke(() -> slot(scope).forget(refused))
                .chain(() -> token(scope));
    }

    private Slot slot(@Nullable String scope) {
        return slots.computeIfAbsent(scope == null ? "" : scope, key -> new Slot(scope));
    }

    /** What is known of one scope's token. */
    private final class Slot {
        private final @Nullable String scope;
        private @Nullable Token current;
        private final List<UniEmitter<? super Secret>> waiting = new ArrayList<>();

        Slot(@Nullable String scope) {
            this.scope = scope;
        }

        /** Those who wait share the request, not its fate: one who leaves takes nothing from the others. */
        void give(UniEmitter<? super Secret> caller) {
            if (current != null && clock.instant().isBefore(current.renewAt())) {
                caller.complete(current.value());
                return;
            }
            waiting.add(caller);
            if (waiting.size() == 1) {
                endpoint.fetch(scope).subscribe().with(this::fetched, this::failed);
            }
        }

        private void fetched(Token token) {
            current = token;
            leave(caller -> caller.complete(token.value()));
        }

        private void failed(Throwable failure) {
            leave(caller -> caller.fail(failure));
        }

        /** Each is told on its own: what one of them does with it is not the others' trouble. */
        private void leave(Consumer<UniEmitter<? super Secret>> tell) {
            List<UniEmitter<? super Secret>> leaving = List.copyOf(waiting);
            waiting.clear();
            leaving.forEach(caller -> loop.execute(() -> tell.accept(caller)));
        }

        void forget(Secret refused) {
            if (current != null && current.value().equals(refused)) {
                current = null;
            }
        }
    }
}
