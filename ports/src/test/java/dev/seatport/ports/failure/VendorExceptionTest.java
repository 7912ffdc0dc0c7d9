package dev.seatport.ports.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VendorExceptionTest {
    private static final Vendor AVEPOINT = new Vendor("avepoint");

    private static VendorException.Builder denied() {
        return VendorException.builder(
                FailureKind.PERMISSION_DENIED, AVEPOINT, "tenant-seats", "the registration lacks a permission");
    }

    @Nested
    class Message {
        @Test
        void hasVendorOperationKindAndExplanation() {
            assertThat(denied().build())
                    .hasMessage("avepoint tenant-seats: PERMISSION_DENIED: the registration lacks a permission");
        }

        @Test
        void hasTheScopeAndTheCorrelationId() {
            assertThat(denied().missingScope("elements.license.read.all")
                            .correlationId("rq-7")
                            .build())
                    .hasMessage("avepoint tenant-seats: PERMISSION_DENIED: the registration lacks a permission"
                            + " (scope elements.license.read.all, correlation rq-7)");
        }

        @Test
        void namesTheAudienceBeforeTheOtherDetails() {
            assertThat(denied().missingScope("read")
                            .correlationId("rq-7")
                            .audience("tenant-1")
                            .build())
                    .message()
                    .endsWith(" (audience tenant-1, scope read, correlation rq-7)");
        }

        @Test
        void hasOnlyTheDetailsThatAreSet() {
            assertThat(denied().correlationId("rq-7").build()).message().endsWith(" (correlation rq-7)");
            assertThat(denied().missingScope("read").build()).message().endsWith(" (scope read)");
            assertThat(denied().audience("tenant-1").build()).message().endsWith(" (audience tenant-1)");
        }

        @Test
        void listsTheViolationsBeforeTheDetails() {
            assertThat(denied().violations(List.of(
                                    new RejectedRequestField("tenantId", "INVALID"),
                                    new RejectedRequestField("customerId", "REQUIRED")))
                            .correlationId("rq-7")
                            .build())
                    .message()
                    .endsWith("permission: tenantId INVALID, customerId REQUIRED (correlation rq-7)");
        }
    }

    @Nested
    class Fields {
        @Test
        void areThoseOfTheBuilder() {
            VendorException failure = VendorException.builder(
                            FailureKind.RATE_LIMITED, AVEPOINT, "customers", "slow down")
                    .status(429)
                    .attempts(4)
                    .correlationId("rq-7")
                    .retryAfter(Duration.ofSeconds(30))
                    .missingScope("read")
                    .audience("tenant-1")
                    .violations(List.of(new RejectedRequestField("a", "b")))
                    .build();

            assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
            assertThat(failure.vendor()).isEqualTo(AVEPOINT);
            assertThat(failure.operation()).isEqualTo("customers");
            assertThat(failure.status()).hasValue(429);
            assertThat(failure.attempts()).isEqualTo(4);
            assertThat(failure.correlationId()).contains("rq-7");
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(30));
            assertThat(failure.missingScope()).contains("read");
            assertThat(failure.audience()).contains("tenant-1");
            assertThat(failure.violations()).containsExactly(new RejectedRequestField("a", "b"));
        }

        @Test
        void areAbsentByDefault() {
            VendorException failure = denied().build();

            assertThat(failure.status()).isEmpty();
            assertThat(failure.attempts()).isZero();
            assertThat(failure.correlationId()).isEmpty();
            assertThat(failure.retryAfter()).isEmpty();
            assertThat(failure.missingScope()).isEmpty();
            assertThat(failure.audience()).isEmpty();
            assertThat(failure.violations()).isEmpty();
            assertThat(failure).hasNoCause();
        }

        @Test
        void areCopiesOfTheGivenList() {
            List<RejectedRequestField> violations = new ArrayList<>(List.of(new RejectedRequestField("a", "b")));
            VendorException failure = denied().violations(violations).build();

            violations.clear();

            assertThat(failure.violations()).hasSize(1);
        }
    }
}
