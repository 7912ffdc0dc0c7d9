package com.example.acmetests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.wait.Await;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcmeFailuresTest {
    @RegisterExtension
    final ConnectedAcme vendor = new ConnectedAcme();

    private VendorException licensesFailure(String tenant) {
        return Await.failure(vendor.acme().licenses().consumption(ConnectedAcme.BAKERY, new TenantId(tenant)));
    }

    @Test
    void failureHasTheErrorCodeAndTheCorrelationId() {
        VendorException failure = Await.failure(vendor.acme().customers().find(ConnectedAcme.UNKNOWN));

        assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(failure).hasMessageContaining("unknown_account");
        assertThat(failure.correlationId())
                .hasValueSatisfying(id -> assertThat(id).startsWith("trace-"));
        assertThat(failure.operation()).isEqualTo("customer");
    }

    @Test
    void aTenantWithoutConsentIsNamed() {
        VendorException failure = licensesFailure(AcmeServer.TENANT_WITHOUT_CONSENT);

        assertThat(failure.kind()).isEqualTo(FailureKind.PERMISSION_DENIED);
        assertThat(failure).hasMessageContaining("with code 4711");
        assertThat(failure.audience()).hasValue(AcmeServer.TENANT_WITHOUT_CONSENT);
    }

    @Test
    void theRateLimitOfATenantConcernsNoOtherTenant() {
        vendor.server().setRows(1, row -> new JsonObject().put("sku", "sku-1"));

        assertThat(licensesFailure(AcmeServer.THROTTLED_TENANT).kind()).isEqualTo(FailureKind.RATE_LIMITED);

        assertThat(Await.rows(vendor.acme().licenses().consumption(ConnectedAcme.BAKERY, new TenantId("another"))))
                .hasSize(1);
    }

    @Test
    void anAccountWithoutAnIdIsSkippedAndTheListingEndsWithMalformedAnswer() {
        vendor.server().setRows(2, row -> row == 0 ? new JsonObject() : new JsonObject().put("id", "account-1"));

        assertThat(Await.listing(vendor.acme().customers().all()).rows()).hasSize(1);
        assertThat(Await.failure(vendor.acme().customers().all()).kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
    }
}
