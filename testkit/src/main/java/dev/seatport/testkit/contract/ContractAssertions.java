package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** What the contracts of several ports expect in the same way. */
final class ContractAssertions {
    private ContractAssertions() {}

    /** What a stage completes with. */
    static <T> T value(CompletionStage<T> stage) {
        Ending<T> ending = ending(stage);
        return ending.failure() == null ? ending.value() : fail("failed instead of an answer", ending.failure());
    }

    /** What a stage completes with instead of a value, as whoever composes it gets to see it. */
    static VendorException failure(CompletionStage<?> stage, FailureKind kind, Vendor vendor) {
        return failure(ending(stage).failure(), kind, vendor);
    }

    static VendorException vendorException(@Nullable Throwable failure) {
        return failure instanceof VendorException promised
                ? promised
                : fail("a VendorException is due, not " + failure, failure);
    }

    /** A failure of that kind and vendor that says what was asked, and drags no exception of a library along. */
    static VendorException failure(@Nullable Throwable failure, FailureKind kind, Vendor vendor) {
        VendorException told = vendorException(failure);
        assertThat(told.kind()).as("the kind of %s", told).isEqualTo(kind);
        assertThat(told.vendor()).as("the vendor of %s", told).isEqualTo(vendor);
        assertThat(told.operation()).as("the operation of %s", told).isNotBlank();
        assertThat(told).as("a failure shows no exception of a library").hasNoCause();
        return told;
    }

    static void provenance(Provenance provenance, Vendor vendor) {
        assertThat(provenance.vendor()).as("the vendor of %s", provenance).isEqualTo(vendor);
        assertThat(provenance.operation()).as("the operation of %s", provenance).isNotBlank();
        assertThat(provenance.at()).as("the time of %s", provenance).isNotNull();
    }

    /** A customer's id of the same value, given by somebody else. */
    static CustomerId foreign(CustomerId own) {
        return new CustomerId(new Vendor("not-" + own.vendor().name()), own.value());
    }

    /** The id in upper and in lower case, for ids whose letter case means nothing. */
    static List<CustomerId> spellings(CustomerId id) {
        List<CustomerId> spellings = List.of(
                new CustomerId(id.vendor(), id.value().toUpperCase(Locale.ROOT)),
                new CustomerId(id.vendor(), id.value().toLowerCase(Locale.ROOT)));
        if (!spellings.get(0).equals(spellings.get(1))
                || spellings.get(0).value().equals(spellings.get(1).value())) {
            throw new TestAbortedException("the letter case of " + id + " means something, or it has none");
        }
        return spellings;
    }

    /** Requests that carry the id at all carry it to the letter. */
    static void spelled(CustomerId id, List<String> requests) {
        String anyCase = id.value().toLowerCase(Locale.ROOT);
        List<String> carrying = requests.stream()
                .filter(request -> request.toLowerCase(Locale.ROOT).contains(anyCase))
                .toList();
        if (carrying.isEmpty()) {
            throw new TestAbortedException("this vendor is not sent the id");
        }
        assertThat(carrying).allSatisfy(request -> assertThat(request).contains(id.value()));
    }

    /** What a port calls in vain; the test is skipped where that cannot be had. */
    static StalledVendor stalled(Optional<StalledVendor> stalled) {
        return stalled.orElseThrow(() -> new TestAbortedException("this port cannot be kept waiting"));
    }

    static void asked(StalledVendor vendor) {
        assertThat(interruptibly(() -> vendor.awaitRequest(Await.TIMEOUT)))
                .as("the vendor is asked")
                .isTrue();
    }

    static void left(StalledVendor vendor) {
        assertThat(interruptibly(() -> vendor.awaitDisconnect(Await.TIMEOUT)))
                .as("the exchange is ended")
                .isTrue();
    }

    /** Cancelling the future of a call that waits ends its exchange. */
    static void endsWithItsFuture(StalledVendor vendor, Supplier<? extends CompletionStage<?>> call) {
        CompletableFuture<?> future = call.get().toCompletableFuture();
        asked(vendor);
        assertThat(future.cancel(true)).as("the future could be cancelled").isTrue();
        left(vendor);
        assertThat(future).isCancelled();
    }

    private interface Wait {
        boolean isOver() throws InterruptedException;
    }

    private static boolean interruptibly(Wait wait) {
        try {
            return wait.isOver();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }

    private record Ending<T>(T value, @Nullable Throwable failure) {}

    private static <T> Ending<T> ending(CompletionStage<T> stage) {
        return Await.result(stage.<Ending<T>>handle(Ending::new));
    }
}
