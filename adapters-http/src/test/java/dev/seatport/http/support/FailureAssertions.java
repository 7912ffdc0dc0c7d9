package dev.seatport.http.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the outcomes of calls. */
public final class FailureAssertions {
    private static final int TIMEOUT_SECONDS = 60;

    private FailureAssertions() {}

    public static <T> T await(CompletionStage<T> call) {
        try {
            return call.toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("did not end", e);
        }
    }

    public static Throwable thrown(CompletionStage<?> call) {
        try {
            Object value = call.toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            throw new AssertionError("did not fail but completed with " + value);
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("did not end", e);
        }
    }

    /** Returns the failure of a call. Asserts that it has no cause. */
    public static VendorException failure(CompletionStage<?> call) {
        return vendorException(thrown(call));
    }

    public static VendorException failure(CompletionStage<?> call, FailureKind kind) {
        VendorException failure = failure(call);
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        return failure;
    }

    public static VendorException vendorException(Throwable thrown) {
        assertThat(thrown).isInstanceOf(VendorException.class).hasNoCause().hasNoSuppressedExceptions();
        return (VendorException) thrown;
    }
}
