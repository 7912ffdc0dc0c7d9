package dev.seatport.http.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.retry.AttemptFailure.Again;
import dev.seatport.ports.failure.VendorException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptFailureTest {
    private static VendorException told(int attempts) {
        return VendorException.builder(FailureKind.UNAVAILABLE, new Vendor("acme"), "thing", "broken")
                .attempts(attempts)
                .build();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 500, 502, 503, 504})
    void mayPassAfterAStatusThatSaysSo(int status) {
        assertThat(Again.afterStatus(status)).isEqualTo(Again.TRANSIENT);
    }

    @Test
    void isAMatterOfTheRateAfterA429() {
        assertThat(Again.afterStatus(429)).isEqualTo(Again.THROTTLED);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404, 409, 410, 422, 426, 431, 501, 505, 511})
    void wouldBeTheSameAgainAfterAnyOtherStatus(int status) {
        assertThat(Again.afterStatus(status)).isEqualTo(Again.NEVER);
    }

    @ParameterizedTest
    @EnumSource(Again.class)
    void holdsTheVendorBackOnlyWhenItWasAskedTooOften(Again again) {
        assertThat(new AttemptFailure(again, AttemptFailureTest::told, null, 0).throttled())
                .isEqualTo(again == Again.THROTTLED);
    }

    @Test
    void tellsWhatHappenedWithTheNumberOfRequestsThatWereSentByThen() {
        AttemptFailure failure =
                new AttemptFailure(Again.TRANSIENT, AttemptFailureTest::told, Duration.ofSeconds(3), -17);
        assertThat(failure.told(3).attempts()).isEqualTo(3);
        assertThat(failure.sentAt()).isEqualTo(-17);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(failure.getStackTrace()).isEmpty();
    }

    @Test
    void knowsThatTheVendorAskedForNoWait() {
        assertThat(new AttemptFailure(Again.TRANSIENT, AttemptFailureTest::told, null, 0).retryAfter())
                .isEmpty();
    }
}
