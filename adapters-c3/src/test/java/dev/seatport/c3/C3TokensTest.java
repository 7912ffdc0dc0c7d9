package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.wait.Await;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class C3TokensTest {
    private StubbedC3 vendor;

    @BeforeAll
    void start() {
        vendor = StubbedC3.start();
    }

    @BeforeEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private String formOf(C3Options.Builder options) {
        vendor.fixture("active-customers/documented.json");
        Await.rows(vendor.connect(options).customers().all());
        return URLDecoder.decode(vendor.requests().get(0).getBodyAsString(), StandardCharsets.UTF_8);
    }

    @Nested
    class Requests {
        @Test
        void haveTheResourceAndNoScope() {
            assertThat(formOf(vendor.options("001dfc3c-1cbf-406e-b592-de9f67f5ab62"))
                            .split("&"))
                    .containsExactlyInAnyOrder(
                            "grant_type=client_credentials",
                            "client_id=client",
                            "client_secret=CONFIDENTIAL-secret",
                            "resource=001dfc3c-1cbf-406e-b592-de9f67f5ab62");
        }

        @Test
        void haveTheScopeOfTheOptions() {
            assertThat(formOf(vendor.options("resource").scope("the scope")).split("&"))
                    .contains("scope=the scope", "resource=resource");
        }

        @Test
        void areSentOnceForAllOperations() {
            vendor.fixture("license-consumption/empty.json");
            C3 c3 = vendor.connect();
            Await.rows(c3.licenses().consumption(StubbedC3.CUSTOMER, StubbedC3.TENANT));
            Await.rows(c3.customers().all());
            Await.rows(c3.customers().all());
            assertThat(vendor.requests())
                    .filteredOn(request -> request.getUrl().equals(StubbedC3.TOKEN_PATH))
                    .hasSize(1);
        }
    }

    @Nested
    class Responses {
        @Test
        void mayHaveNumbersAsText() {
            vendor.fixture("license-consumption/documented.json");
            assertThat(Await.rows(vendor.connect().licenses().consumption(StubbedC3.CUSTOMER, StubbedC3.TENANT)))
                    .hasSize(2);
            assertThat(vendor.calls())
                    .extracting(call -> call.getHeader("Authorization"))
                    .containsExactly("Bearer opaque-or-jwt");
        }

        @Test
        void thatRejectTheCredentialsFailTheCallWithoutSendingIt() {
            vendor.token(401, "{\"error\":\"invalid_client\",\"error_description\":\"CONFIDENTIAL\"}");
            VendorException failure = Await.failure(vendor.connect().customers().all());
            assertThat(failure)
                    .hasMessageStartingWith(
                            "c3 token: AUTHENTICATION_FAILED: token endpoint error invalid_client (HTTP "
                                    + "401); check the client id and the client secret");
            assertThat(vendor.calls()).isEmpty();
        }

        @Test
        void thatRejectTheResourceAreInvalidRequests() {
            vendor.token(400, "{\"error\":\"invalid_resource\",\"error_description\":\"CONFIDENTIAL\"}");
            VendorException failure = Await.failure(vendor.connect().customers().all());
            assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
            assertThat(failure)
                    .hasMessageStartingWith(
                            "c3 token: INVALID_REQUEST: token endpoint error invalid_resource (HTTP 400); check ")
                    .hasMessageContaining("resource and scope");
        }
    }
}
