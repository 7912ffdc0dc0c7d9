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
    void showsTheVendorsCodeAndItsIdOfTheExchange() {
        CustomerId nobody = new CustomerId(Acme.VENDOR, "nobody");

        Throwable failure = vendor.acme()
                .customers()
                .find(nobody)
                .<Throwable>handle((found, problem) -> Objects.requireNonNull(problem))
                .toCompletableFuture()
                .join();

        assertThat(failure).isInstanceOfSatisfying(VendorException.class, told -> {
            assertThat(told.kind()).isEqualTo(FailureKind.NOT_FOUND);
            assertThat(told.getMessage()).contains("unknown_account");
            assertThat(told.correlationId())
                    .hasValueSatisfying(id -> assertThat(id).startsWith("trace-"));
            assertThat(told.operation()).isEqualTo("customer");
        });
    }
}
