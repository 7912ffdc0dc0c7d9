package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.exchange.EndpointFault;
import dev.seatport.sandbox.faults.FaultAction;
import dev.seatport.sandbox.faults.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What goes wrong with one exchange. Not thread-safe. */
public final class FaultDecision {
    /**
     * A change of a good response.
     *
     * @param action what is changed
     * @param page the page that was asked for
     * @param random the source of its choices
     */
    public record Edit(FaultAction action, int page, RandomGenerator random) {}

    private final int page;
    private final List<Edit> edits = new ArrayList<>();
    private final List<FaultKind> certain = new ArrayList<>();
    private Duration latency = Duration.ZERO;
    private EndpointFault endpointFault = EndpointFault.NONE;
    private @Nullable FaultAction outcome;

    FaultDecision(int page) {
        this.page = page;
    }

    /** How long the response waits. */
    public Duration latency() {
        return latency;
    }

    /** How the endpoint misunderstands the request. */
    public EndpointFault endpointFault() {
        return endpointFault;
    }

    /** The changes of a good response, in order. */
    public List<Edit> edits() {
        return Collections.unmodifiableList(edits);
    }

    /** What is answered, or how the response breaks, in place of the endpoint's response. */
    public Optional<FaultAction> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** The faults that strike whatever the endpoint answers. */
    public List<FaultKind> certain() {
        return Collections.unmodifiableList(certain);
    }

    boolean isDecided() {
        return outcome != null;
    }

    static boolean decidesOutcome(FaultKind kind) {
        return switch (kind) {
            case LATENCY, SHIFT, SAME_PAGE, TOKEN_DIES, DRIFT, TOTAL, DUPLICATE_ROW, EMPTY_PAGE, EXPIRES_IN -> false;
            default -> true;
        };
    }

    void add(FaultAction action, RandomGenerator random) {
        switch (action.kind()) {
            case DRIFT, TOTAL, DUPLICATE_ROW, EMPTY_PAGE, EXPIRES_IN -> {
                // Counted when there was something to change.
                edits.add(new Edit(action, page, random));
                return;
            }
            case LATENCY -> latency = latency.plus(drawn((FaultAction.Latency) action, random));
            case SHIFT -> endpointFault = endpointFault.shifted(((FaultAction.Rows) action).number());
            case SAME_PAGE -> endpointFault = endpointFault.onFirstPage();
            case TOKEN_DIES -> {
                FaultAction.TokenDies death = (FaultAction.TokenDies) action;
                endpointFault = endpointFault.withTokenDeath(death.calls(), death.early());
            }
            default -> outcome = action;
        }
        certain.add(action.kind());
    }

    private static Duration drawn(FaultAction.Latency latency, RandomGenerator random) {
        long min = latency.min().toMillis();
        return Duration.ofMillis(min + random.nextLong(latency.max().toMillis() - min + 1));
    }
}
