package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.exchange.RateLimitUse;
import dev.seatport.sandbox.exchange.RequestHandlingFault;
import dev.seatport.sandbox.faults.FaultAction;
import dev.seatport.sandbox.faults.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Faults that apply to one request. Not thread-safe. */
public final class FaultDecision {
    /**
     * Edit of a successful response.
     *
     * @param action change
     * @param page requested page
     * @param random source of random choices
     */
    public record Edit(FaultAction action, int page, RandomGenerator random) {}

    private final int page;
    private final List<Edit> edits = new ArrayList<>();
    private final List<FaultKind> unconditionalFaults = new ArrayList<>();
    private Duration latency = Duration.ZERO;
    private RequestHandlingFault handlingFault = RequestHandlingFault.NONE;
    private @Nullable FaultAction outcome;
    private RateLimitUse limitUse = RateLimitUse.NONE;

    FaultDecision(int page) {
        this.page = page;
    }

    /** Returns the delay of the response. */
    public Duration latency() {
        return latency;
    }

    /** Returns the fault that the endpoint applies. */
    public RequestHandlingFault handlingFault() {
        return handlingFault;
    }

    /** Returns the edits of a successful response, in order. */
    public List<Edit> edits() {
        return Collections.unmodifiableList(edits);
    }

    /**
     * Returns the fault that replaces or breaks the endpoint's response.
     *
     * @return empty if the endpoint's response is sent
     */
    public Optional<FaultAction> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Returns the use of the rate limit that the response reports. */
    public RateLimitUse limitUse() {
        return limitUse;
    }

    /** Returns the kinds of faults that apply whatever the endpoint responds. */
    public List<FaultKind> unconditionalFaults() {
        return Collections.unmodifiableList(unconditionalFaults);
    }

    boolean hasOutcome() {
        return outcome != null;
    }

    static boolean decidesOutcome(FaultKind kind) {
        return switch (kind) {
            case LATENCY, SHIFT, SAME_PAGE, TOKEN_DIES, DRIFT, TOTAL, DUPLICATE_ROW, EMPTY_PAGE, EXPIRES_IN -> false;
            default -> true;
        };
    }

    /** Keeps the highest use of several limits. */
    void addLimitUse(RateLimitUse use) {
        if (use.share() > limitUse.share()) {
            limitUse = use;
        }
    }

    void add(FaultAction action, boolean forOneCustomer, RandomGenerator random) {
        switch (action.kind()) {
            case DRIFT, TOTAL, DUPLICATE_ROW, EMPTY_PAGE, EXPIRES_IN -> {
                // Edits are counted later, and only if they changed something.
                edits.add(new Edit(action, page, random));
                return;
            }
            case LATENCY -> latency = latency.plus(draw((FaultAction.Latency) action, random));
            case SHIFT -> handlingFault = handlingFault.withPageShift(((FaultAction.ChangedRows) action).number());
            case SAME_PAGE -> handlingFault = handlingFault.withFirstPageOnly();
            case TOKEN_DIES -> {
                FaultAction.EarlyTokenExpiry limits = (FaultAction.EarlyTokenExpiry) action;
                handlingFault = handlingFault.withTokenLimits(limits.calls(), limits.early());
            }
            case STATUS, LIMIT -> {
                outcome = action;
                limitUse = new RateLimitUse(1, forOneCustomer);
            }
            default -> outcome = action;
        }
        unconditionalFaults.add(action.kind());
    }

    private static Duration draw(FaultAction.Latency latency, RandomGenerator random) {
        long min = latency.min().toMillis();
        return Duration.ofMillis(min + random.nextLong(latency.max().toMillis() - min + 1));
    }
}
