package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptExceptionTest {
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "thing", null);

    private static AttemptException failure(RetryClass retryClass, @Nullable Duration retryAfter) {
        return new AttemptException(
                FailureKind.UNAVAILABLE, retryClass, "broken", failure -> failure.status(503), retryAfter, -17);
    }

    @ParameterizedTest
    @EnumSource(RetryClass.class)
    void isThrottledOnlyForThatRetryClass(RetryClass retryClass) {
        assertThat(failure(retryClass, null).isThrottled()).isEqualTo(retryClass == RetryClass.THROTTLED);
    }

    @Test
    void becomesAVendorExceptionWithTheNumberOfRequests() {
        AttemptException failure = failure(RetryClass.TRANSIENT, Duration.ofSeconds(3));
        VendorException converted = failure.toVendorException(OPERATION, 3);
        assertThat(converted.attempts()).isEqualTo(3);
        assertThat(converted.status()).hasValue(503);
        assertThat(converted.retryAfter()).hasValue(Duration.ofSeconds(3));
        assertThat(converted).hasMessageContaining("broken");
        assertThat(failure.sentAt()).isEqualTo(-17);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(failure.getStackTrace()).isEmpty();
    }

    @Test
    void keepsEverythingButItsExplanationBehindAPrefix() {
        AttemptException failure =
                failure(RetryClass.TRANSIENT, Duration.ofSeconds(3)).withPrefix("token endpoint: ");
        assertThat(failure.explanation()).isEqualTo("token endpoint: broken");
        assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(failure.retryClass()).isEqualTo(RetryClass.TRANSIENT);
        assertThat(failure.sentAt()).isEqualTo(-17);
        assertThat(failure.toVendorException(OPERATION, 1).status()).hasValue(503);
    }

    @Test
    void hasNoRetryAfterWithoutTheHeader() {
        assertThat(failure(RetryClass.TRANSIENT, null).retryAfter()).isEmpty();
    }
}
