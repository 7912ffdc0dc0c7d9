package dev.seatport.application.ledger;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.AccountRuns;
import dev.seatport.ports.ledger.IncomparableVendor;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.ports.ledger.SuspectRun;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts of each vendor over time, from the runs of a ledger. */
final class AccountTimeline {
    private final List<LedgerRun> runs;

    private AccountTimeline(List<LedgerRun> runs) {
        this.runs = runs;
    }

    static Uni<AccountTimeline> of(SeatLedger ledger) {
        return Multi.createFrom().publisher(ledger.runs()).collect().asList().map(latestFirst -> {
            List<LedgerRun> runs = new ArrayList<>(latestFirst);
            Collections.reverse(runs);
            return new AccountTimeline(runs);
        });
    }

    Optional<Instant> firstStart() {
        return runs.stream().map(LedgerRun::started).findFirst();
    }

    /** Returns the runs of the account that a vendor has at a moment. */
    AccountRuns runs(Vendor vendor, Instant moment, Instant now) {
        return new AccountRuns(
                account(vendor, moment).stream()
                        .flatMap(account -> runsOf(vendor, account))
                        .map(LedgerRun::started)
                        .toList(),
                now);
    }

    /** Returns the runs between two moments that are suspect, in order of time. */
    List<SuspectRun> suspects(Instant from, Instant to) {
        return runs.stream()
                .filter(run -> isBetween(run, from, to))
                .flatMap(run -> run.suspect().entrySet().stream()
                        .sorted(Comparator.comparing(suspect -> suspect.getKey().name()))
                        .map(suspect -> new SuspectRun(run.id(), run.started(), suspect.getKey(), suspect.getValue())))
                .toList();
    }

    /** Returns the vendors that have another account at the end than at the start, ordered by name. */
    List<IncomparableVendor> incomparable(Instant from, Instant to) {
        return runs.stream()
                .filter(run -> isBetween(run, from, to))
                .flatMap(run -> run.accounts().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(Vendor::name))
                .flatMap(vendor -> incomparable(vendor, from, to).stream())
                .toList();
    }

    private Optional<IncomparableVendor> incomparable(Vendor vendor, Instant from, Instant to) {
        Optional<String> before = account(vendor, from);
        String present = account(vendor, to).orElseThrow();
        if (before.filter(present::equals).isPresent()) {
            return Optional.empty();
        }
        LedgerRun first = runsOf(vendor, present)
                .filter(run -> run.started().isAfter(from))
                .findFirst()
                .orElseThrow();
        IncomparableVendor.Reason reason = before.isPresent()
                ? IncomparableVendor.Reason.ACCOUNT_CHANGED
                : IncomparableVendor.Reason.FIRST_RECORDED;
        return Optional.of(new IncomparableVendor(vendor, reason, endOf(first)));
    }

    /** Returns the end of a run; of a killed run, the start of the next run of its accounts, which completes it. */
    private Instant endOf(LedgerRun run) {
        Instant finished = run.finished();
        if (finished != null) {
            return finished;
        }
        return runs.stream()
                .filter(next -> next.id() > run.id() && next.finished() != null)
                .filter(next -> next.accounts().entrySet().stream()
                        .anyMatch(run.accounts().entrySet()::contains))
                .map(LedgerRun::finished)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private Optional<String> account(Vendor vendor, Instant moment) {
        return runs.stream()
                .filter(run -> !run.started().isAfter(moment))
                .map(LedgerRun::accounts)
                .filter(accounts -> accounts.containsKey(vendor))
                .map(accounts -> Objects.requireNonNull(accounts.get(vendor)))
                .reduce((one, other) -> other);
    }

    private Stream<LedgerRun> runsOf(Vendor vendor, String account) {
        Map.Entry<Vendor, String> entry = Map.entry(vendor, account);
        return runs.stream().filter(run -> run.accounts().entrySet().contains(entry));
    }

    private static boolean isBetween(LedgerRun run, Instant from, Instant to) {
        return run.started().isAfter(from) && !run.started().isAfter(to);
    }
}
