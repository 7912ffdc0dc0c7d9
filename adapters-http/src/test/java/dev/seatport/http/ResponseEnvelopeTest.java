package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.ResponseEnvelope;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.RejectedRequestField;
import dev.seatport.ports.failure.VendorException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Vendor that declares success or failure in the response body. */
class ResponseEnvelopeTest {
    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    /** The DTO of such a response. */
    record EnvelopeDto(
            String status,
            @Nullable String correlationId,
            @Nullable Long data) implements ResponseEnvelope {
        @Override
        public boolean succeeded() {
            return status.equals("Success");
        }
    }

    private static ErrorDetails parse(int status, ErrorBodyFields body) {
        if (!"Error".equals(body.text("status"))) {
            return ErrorDetails.NONE;
        }
        List<RejectedRequestField> violations = body.objects("violations").stream()
                .map(violation -> new RejectedRequestField(
                        String.valueOf(violation.text("attribute")), String.valueOf(violation.text("code"))))
                .toList();
        return new ErrorDetails(
                violations.isEmpty() ? FailureKind.UNAVAILABLE : FailureKind.INVALID_REQUEST,
                body.text("code"),
                violations,
                body.text("correlationId"));
    }

    private CompletableFuture<Observed<Long>> fetch(int status, String body) {
        vendor.wire()
                .stubFor(any(urlEqualTo("/api/thing"))
                        .willReturn(VendorServer.json(status, body).withHeader("X-Id", "of-the-header")));
        return vendor.client(vendor.options()
                        .errorBodyParser(ResponseEnvelopeTest::parse)
                        .correlationHeader("X-Id"))
                .<EnvelopeDto, Long>fetch(
                        () -> ThingOperations.get(ThingOperations.THING), EnvelopeDto.class, (dto, path, context) -> {
                            if (dto.data() == null) {
                                throw context.malformed("$.data", "null where a value is due");
                            }
                            return dto.data();
                        })
                .toCompletableFuture();
    }

    @Test
    void providesTheValueAndTheCorrelationId() {
        Observed<Long> value =
                FailureAssertions.await(fetch(200, "{\"status\":\"Success\",\"correlationId\":\" e 1\",\"data\":7}"));
        assertThat(value.value()).isEqualTo(7);
        assertThat(value.provenance().correlationId()).isEqualTo("e_1");
    }

    @Test
    void fallsBackToTheHeaderForTheCorrelationId() {
        Observed<Long> value =
                FailureAssertions.await(fetch(200, "{\"status\":\"Success\",\"correlationId\":\"\",\"data\":7}"));
        assertThat(value.provenance().correlationId()).isEqualTo("of-the-header");
    }

    @Test
    void mayDeclareAFailureUnderAnyStatus() {
        String body = "{\"status\":\"Error\",\"code\":\"E-1\",\"correlationId\":\"e1\"}";
        for (int status : new int[] {200, 400, 404, 500}) {
            VendorException failure = FailureAssertions.failure(fetch(status, body), FailureKind.UNAVAILABLE);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.correlationId()).hasValue("e1");
            assertThat(failure.getMessage()).contains("code E-1").contains("HTTP " + status);
        }
    }

    @Test
    void mayDeclareAFailureWithDataOfAnotherType() {
        VendorException failure = FailureAssertions.failure(
                fetch(200, "{\"status\":\"Error\",\"data\":{\"no\":1}}"), FailureKind.UNAVAILABLE);
        assertThat(failure.correlationId()).hasValue("of-the-header");
    }

    @Test
    void sanitizesViolations() {
        String body = "{\"status\":\"Error\",\"violations\":[{\"attribute\":\"top\\r\\nX: 1\",\"code\":\"\"},"
                + "{\"attribute\":\"" + "a".repeat(200) + "\",\"code\":\"Too \\u202ebig\"}]}";
        VendorException failure = FailureAssertions.failure(fetch(400, body), FailureKind.INVALID_REQUEST);
        assertThat(failure.violations())
                .containsExactly(
                        new RejectedRequestField("top__X:_1", "?"),
                        new RejectedRequestField("a".repeat(80), "Too__big"));
        assertThat(failure.getMessage()).doesNotContain("\r", "\n", "\u202e");
    }

    @Test
    void isMalformedWhenItDeclaresSuccessWithoutAValue() {
        VendorException failure = FailureAssertions.failure(
                fetch(200, "{\"status\":\"Success\",\"data\":null}"), FailureKind.MALFORMED_ANSWER);
        assertThat(failure.getMessage()).contains("at $.data");
    }

    @Test
    void leavesOtherFailuresToTheHttpStatus() {
        FailureAssertions.failure(fetch(404, "no"), FailureKind.NOT_FOUND);
        FailureAssertions.failure(fetch(404, "<html>"), FailureKind.UNAVAILABLE);
        FailureAssertions.failure(fetch(500, " "), FailureKind.UNAVAILABLE);
    }
}
