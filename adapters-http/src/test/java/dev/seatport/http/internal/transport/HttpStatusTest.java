package dev.seatport.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.VendorOperation;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which HTTP statuses are retried. */
class HttpStatusTest {
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "thing", null);

    private static RetryClass retryClass(int status) {
        RawResponse response = new RawResponse(status, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());
        return HttpErrorMapper.apiFailure(OPERATION, response, ErrorDetails.NONE, null, Instant.EPOCH, 0)
                .retryClass();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 500, 502, 503, 504})
    void isTransientAfterThoseStatuses(int status) {
        assertThat(retryClass(status)).isEqualTo(RetryClass.TRANSIENT);
    }

    @Test
    void isThrottledAfterA429() {
        assertThat(retryClass(429)).isEqualTo(RetryClass.THROTTLED);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404, 409, 410, 422, 426, 431, 501, 505, 511})
    void isNeverRetriedAfterAnyOtherStatus(int status) {
        assertThat(retryClass(status)).isEqualTo(RetryClass.NEVER);
    }
}
