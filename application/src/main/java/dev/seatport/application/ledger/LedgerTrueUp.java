package dev.seatport.application.ledger;

import dev.seatport.domain.ledger.BillingMonth;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.StatementHash;
import dev.seatport.domain.ledger.TrueUpLine;
import dev.seatport.ports.ledger.HistoryQuery;
import dev.seatport.ports.ledger.IncomparableVendor;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.ports.ledger.StatementHeader;
import dev.seatport.ports.ledger.StatementStore;
import dev.seatport.ports.ledger.TrueUp;
import dev.seatport.ports.ledger.TrueUpRequest;
import dev.seatport.ports.ledger.TrueUpStatement;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Quantities to bill for a month, from a ledger. Thread-safe, if the ledger and the store are. */
public final class LedgerTrueUp implements TrueUp {
    private final SeatLedger ledger;
    private final StatementStore store;
    private final InstantSource clock;

    /** Creates the use case over a ledger and the closed months of the same partner. */
    public LedgerTrueUp(SeatLedger ledger, StatementStore store, InstantSource clock) {
        this.ledger = Objects.requireNonNull(ledger, "ledger");
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public CompletionStage<TrueUpStatement> statement(TrueUpRequest request) {
        return headers()
                .flatMap(headers -> find(headers, request.month().month())
                        .map(closed -> closedStatement(request, closed))
                        .orElseGet(() -> openStatement(request, headers)))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<TrueUpStatement> close(TrueUpRequest request, String closedBy) {
        Objects.requireNonNull(closedBy, "closedBy");
        return headers()
                .invoke(headers -> requireOpen(request, headers))
                .flatMap(headers -> openStatement(request, headers))
                .flatMap(statement -> store(statement, closedBy))
                .subscribeAsCompletionStage();
    }

    private Uni<List<StatementHeader>> headers() {
        return Uni.createFrom().completionStage(store::statements);
    }

    private static Optional<StatementHeader> find(List<StatementHeader> headers, YearMonth month) {
        return headers.stream()
                .filter(header -> header.month().month().equals(month))
                .findFirst();
    }

    private static void requireOpen(TrueUpRequest request, List<StatementHeader> headers) {
        YearMonth month = request.month().month();
        for (StatementHeader header : headers) {
            YearMonth closed = header.month().month();
            if (closed.equals(month)) {
                throw conflict(month + " was closed on " + header.closedAt() + " by " + header.closedBy()
                        + ": corrections are lines of the open month");
            }
            if (closed.isAfter(month)) {
                throw conflict(month + " cannot be closed, because the later month " + closed + " is closed");
            }
        }
    }

    private static LedgerException conflict(String message) {
        return new LedgerException(LedgerException.Kind.CONFLICT, message);
    }

    private Uni<TrueUpStatement> closedStatement(TrueUpRequest request, StatementHeader closed) {
        if (!closed.month().equals(request.month()) || closed.basis() != request.basis()) {
            throw conflict(closed.month().month() + " was closed with the basis "
                    + closed.basis().label() + " and the time zone "
                    + closed.month().zone() + ": request the month with both");
        }
        return lines(closed)
                .map(lines -> new TrueUpStatement(
                        closed.month(), closed.basis(), closed, closed.acceptedReason(), lines, List.of(), List.of()));
    }

    private Uni<List<TrueUpLine>> lines(StatementHeader header) {
        return Multi.createFrom()
                .publisher(store.lines(header.month().month()))
                .collect()
                .asList();
    }

    private Uni<TrueUpStatement> openStatement(TrueUpRequest request, List<StatementHeader> headers) {
        return Uni.combine()
                .all()
                .unis(closedMonths(request, headers), AccountTimeline.of(ledger))
                .asTuple()
                .flatMap(loaded -> openStatement(request, loaded.getItem1(), loaded.getItem2()));
    }

    /** Returns the lines of each month that was closed before, the earliest first. */
    private Uni<Map<StatementHeader, List<TrueUpLine>>> closedMonths(
            TrueUpRequest request, List<StatementHeader> headers) {
        return Multi.createFrom()
                .iterable(headers)
                .filter(header ->
                        header.month().month().isBefore(request.month().month()))
                .onItem()
                .transformToUniAndConcatenate(header -> lines(header).map(lines -> Map.entry(header, lines)))
                .collect()
                .in(LinkedHashMap::new, (months, month) -> months.put(month.getKey(), month.getValue()));
    }

    private Uni<TrueUpStatement> openStatement(
            TrueUpRequest request, Map<StatementHeader, List<TrueUpLine>> closed, AccountTimeline timeline) {
        BillingMonth month = request.month();
        TrueUpCalculator calculator = new TrueUpCalculator(request, closed, timeline, clock.instant());
        // A correction may concern a count that is gone since long before the closed month.
        Instant from = closed.isEmpty()
                ? month.previous().start()
                : timeline.firstStart().orElse(month.start());
        Instant start = from.isAfter(month.start()) ? month.start() : from;
        HistoryQuery query = HistoryQuery.between(start, month.lastInstant()).forMetrics(Set.of(CountMetric.PURCHASED));
        return Multi.createFrom()
                .publisher(ledger.histories(query))
                .onItem()
                .invoke(calculator::add)
                .collect()
                .last()
                .map(unused -> new TrueUpStatement(
                        month,
                        request.basis(),
                        null,
                        request.acceptedReason(),
                        calculator.lines(),
                        timeline.suspects(month.start().minusNanos(1), month.lastInstant()),
                        timeline.incomparable(month.start().minusNanos(1), month.lastInstant()).stream()
                                .filter(vendor -> vendor.reason() == IncomparableVendor.Reason.ACCOUNT_CHANGED)
                                .toList()));
    }

    private Uni<TrueUpStatement> store(TrueUpStatement statement, String closedBy) {
        YearMonth month = statement.month().month();
        String reason = statement.isComplete() ? null : statement.acceptedReason();
        if (!statement.isComplete() && reason == null) {
            throw conflict(month + " is incomplete: "
                    + statement.incompleteLines().size() + " of "
                    + statement.lines().size() + " lines, "
                    + statement.suspects().size() + " suspect runs, "
                    + statement.incomparable().size() + " changed accounts. Close it with a reason to accept that");
        }
        StatementHeader header = new StatementHeader(
                statement.month(),
                statement.basis(),
                clock.instant(),
                closedBy,
                reason,
                StatementHash.sha256(month, statement.basis(), statement.lines()));
        return Uni.createFrom()
                .completionStage(() -> store.close(header, statement.lines()))
                .map(unused -> new TrueUpStatement(
                        statement.month(), statement.basis(), header, reason, statement.lines(), List.of(), List.of()));
    }
}
