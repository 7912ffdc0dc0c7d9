package com.example.acmetests;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.acme.Acme;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcmeFailuresTest {
    @RegisterExtension
    final ConnectedAcme vendor = new ConnectedAcme();

    @Test
    void failureHasTheErrorCodeAndTheCorrelationId() {
        CustomerId unknown = new CustomerId(Acme.VENDOR, "no-such-account");

        Throwable failure = vendor.acme()
                .customers()
                .find(unknown)
                .<Throwable>handle((found, thrown) -> Objects.requireNonNull(thrown))
                .toCompletableFuture()
                .join();

        assertThat(failure).isInstanceOfSatisfying(VendorException.class, vendorFailure -> {
            assertThat(vendorFailure.kind()).isEqualTo(FailureKind.NOT_FOUND);
            assertThat(vendorFailure.getMessage()).contains("unknown_account");
            assertThat(vendorFailure.correlationId())
                    .hasValueSatisfying(id -> assertThat(id).startsWith("trace-"));
            assertThat(vendorFailure.operation()).isEqualTo("customer");
        });
    }
}
