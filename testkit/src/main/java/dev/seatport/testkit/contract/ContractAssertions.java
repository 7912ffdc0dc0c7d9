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

/** Assertions that several contracts share. */
final class ContractAssertions {
    private ContractAssertions() {}

    /** Returns the failure of a stage as a dependent stage receives it; empty if the stage succeeds. */
    static Optional<Throwable> failureOf(CompletionStage<?> stage) {
        return Await.result(stage.<Optional<Throwable>>handle((value, failure) -> Optional.ofNullable(failure)));
    }

    /** Asserts that a stage fails, as a dependent stage receives the failure. */
    static VendorException failure(CompletionStage<?> stage, FailureKind kind, Vendor vendor) {
        return failure(failureOf(stage).orElse(null), kind, vendor);
    }

    static VendorException vendorException(@Nullable Throwable failure) {
        return failure instanceof VendorException expected
                ? expected
                : fail("expected a VendorException, not " + failure, failure);
    }

    /** Asserts kind and vendor of a failure, that it has an operation, and that it exposes no library exception. */
    static VendorException failure(@Nullable Throwable failure, FailureKind kind, Vendor vendor) {
        VendorException actual = vendorException(failure);
        assertThat(actual.kind()).as("the kind of %s", actual).isEqualTo(kind);
        assertThat(actual.vendor()).as("the vendor of %s", actual).isEqualTo(vendor);
        assertThat(actual.operation()).as("the operation of %s", actual).isNotBlank();
        assertThat(actual).as("a failure without a library exception as cause").hasNoCause();
        return actual;
    }

    static void assertProvenance(Provenance provenance, Vendor vendor) {
        assertThat(provenance.vendor()).as("the vendor of %s", provenance).isEqualTo(vendor);
        assertThat(provenance.operation()).as("the operation of %s", provenance).isNotBlank();
        assertThat(provenance.at()).as("the time of %s", provenance).isNotNull();
    }

    /** Returns an id with the same value of another vendor. */
    static CustomerId foreign(CustomerId own) {
        return new CustomerId(new Vendor("not-" + own.vendor().name()), own.value());
    }

    /** Returns the id in upper and lower case. Skips the test if the letter case is significant. */
    static List<CustomerId> spellings(CustomerId id) {
        List<CustomerId> spellings = List.of(
                new CustomerId(id.vendor(), id.value().toUpperCase(Locale.ROOT)),
                new CustomerId(id.vendor(), id.value().toLowerCase(Locale.ROOT)));
        if (!spellings.get(0).equals(spellings.get(1))
                || spellings.get(0).value().equals(spellings.get(1).value())) {
            throw new TestAbortedException("the letter case of " + id + " is significant, or the id has no letters");
        }
        return spellings;
    }

    /** Asserts that each request with the id has it unchanged. Skips the test if no request has it. */
    static void assertUnchanged(CustomerId id, List<String> requests) {
        String anyCase = id.value().toLowerCase(Locale.ROOT);
        List<String> carrying = requests.stream()
                .filter(request -> request.toLowerCase(Locale.ROOT).contains(anyCase))
                .toList();
        if (carrying.isEmpty()) {
            throw new TestAbortedException("no request contains the id");
        }
        assertThat(carrying).allSatisfy(request -> assertThat(request).contains(id.value()));
    }

    /** Returns the stalled vendor. Skips the test if the port cannot be stalled. */
    static StalledVendor stalled(Optional<StalledVendor> stalled) {
        return stalled.orElseThrow(() -> new TestAbortedException("this port cannot be stalled"));
    }

    static void assertRequested(StalledVendor vendor) {
        assertThat(interruptibly(() -> vendor.awaitRequest(Await.TIMEOUT)))
                .as("the vendor received a request")
                .isTrue();
    }

    static void assertDisconnected(StalledVendor vendor) {
        assertThat(interruptibly(() -> vendor.awaitDisconnect(Await.TIMEOUT)))
                .as("the port closed the exchange")
                .isTrue();
    }

    /** Asserts that cancelling the future of a stalled call closes its exchange. */
    static void assertClosedOnCancel(StalledVendor vendor, Supplier<? extends CompletionStage<?>> call) {
        CompletableFuture<?> future = call.get().toCompletableFuture();
        assertRequested(vendor);
        assertThat(future.cancel(true)).as("the future could be cancelled").isTrue();
        assertDisconnected(vendor);
        assertThat(future).isCancelled();
    }

    private interface InterruptibleWait {
        boolean await() throws InterruptedException;
    }

    private static boolean interruptibly(InterruptibleWait wait) {
        try {
            return wait.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
