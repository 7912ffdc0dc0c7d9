package dev.seatport.http.internal.pipeline;

import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.codec.JsonCodec;
import dev.seatport.http.internal.codec.JsonDecodeException;
import dev.seatport.http.internal.codec.ResponseBodyDecoder;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.transport.HttpErrorMapper;
import dev.seatport.http.internal.transport.RawResponse;
import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.LogSanitizer;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.ResponseEnvelope;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.failure.RejectedRequestField;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a response to a value or a failure: by its HTTP status, by a failure declared in its body, and by decode errors. The failure
 * says whether a retry makes sense.
 */
public final class ResponseHandler {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final String HIDDEN = "?";
    /** In characters: a longer text is not an id. */
    private static final int MAX_CORRELATION_ID_LENGTH = 128;

    private final ErrorBodyParser errorBodyParser;
    private final @Nullable String correlationHeader;
    private final CallListener callListener;
    private final InstantSource clock;
    private final SecretDetector secrets;

    /**
     * @param correlationHeader header with the vendor's correlation id; {@code null} if there is none
     * @param secrets texts that contain a secret are not shown
     */
    public ResponseHandler(
            ErrorBodyParser errorBodyParser,
            @Nullable String correlationHeader,
            CallListener callListener,
            InstantSource clock,
            SecretDetector secrets) {
        this.errorBodyParser = errorBodyParser;
        this.correlationHeader = correlationHeader;
        this.callListener = callListener;
        this.clock = clock;
        this.secrets = secrets;
    }

    /** Decodes a response. Fails with an {@link AttemptException} if a retry may make sense. */
    <D, B extends ResponseBodyDecoder<D>> DecodableResponse<D, B> decode(DecodableResponse<D, B> decodableResponse) {
        RawResponse head = decodableResponse.head;
        // The tokens of many other calls may have been used since the request was sent.
        secrets.add(decodableResponse.token.reveal());
        if (!head.isSuccess()) {
            throw failure(
                    decodableResponse,
                    head.isFromGateway()
                            ? ErrorDetails.NONE
                            : errorBodyParser.parse(
                                    head.status(), ErrorBodyFields.of(JsonCodec.decodeFields(head.body()))));
        }
        if (head.status() == NO_CONTENT) {
            return decodableResponse.decoded(null, context(decodableResponse, headerCorrelationId(head)));
        }
        D content;
        try {
            content = decodableResponse.body.value();
        } catch (JsonDecodeException e) {
            throw decodeFailure(decodableResponse, e);
        }
        String correlationId = headerCorrelationId(head);
        if (content instanceof ResponseEnvelope responseEnvelope) {
            if (!responseEnvelope.succeeded()) {
                throw failure(decodableResponse, errorDetails(decodableResponse));
            }
            correlationId = firstValid(responseEnvelope.correlationId(), correlationId);
        }
        ResponseContext context = context(decodableResponse, correlationId);
        decodableResponse.body.forEachDrift(context::reportDrift);
        return decodableResponse.decoded(content, context);
    }

    /** Returns the context of a successful response that is still arriving. */
    public ResponseContext partialContext(VendorOperation vendorOperation, CallListener listener) {
        return new ResponseContext(provenance(vendorOperation, null), listener, OK, 1, vendorOperation.audience());
    }

    private Provenance provenance(VendorOperation vendorOperation, @Nullable String correlationId) {
        return new Provenance(vendorOperation.vendor(), vendorOperation.name(), clock.instant(), correlationId);
    }

    private ResponseContext context(DecodableResponse<?, ?> decodableResponse, @Nullable String correlationId) {
        return new ResponseContext(
                provenance(decodableResponse.vendorOperation, correlationId),
                callListener,
                decodableResponse.head.status(),
                decodableResponse.attempts,
                decodableResponse.vendorOperation.audience());
    }

    /** A declared failure may have another JSON shape, so a response that cannot be decoded is first searched for one. */
    private RuntimeException decodeFailure(DecodableResponse<?, ?> decodableResponse, JsonDecodeException problem) {
        ErrorDetails details = errorDetails(decodableResponse);
        if (details.declared() != null) {
            return failure(decodableResponse, details);
        }
        String correlationId = firstValid(details.correlationId(), headerCorrelationId(decodableResponse.head));
        String path = secrets.detects(problem.path()) ? "$" : problem.path();
        return context(decodableResponse, correlationId).failure(problem.kind(), "at " + path + ": " + problem.what());
    }

    private AttemptException failure(DecodableResponse<?, ?> decodableResponse, ErrorDetails given) {
        ErrorDetails details = withoutSecrets(given);
        return HttpErrorMapper.apiFailure(
                decodableResponse.vendorOperation,
                decodableResponse.head,
                details,
                firstValid(details.correlationId(), headerCorrelationId(decodableResponse.head)),
                clock.instant(),
                decodableResponse.sentAt);
    }

    private ErrorDetails errorDetails(DecodableResponse<?, ?> decodableResponse) {
        return errorBodyParser.parse(decodableResponse.head.status(), decodableResponse.body.errorBody());
    }

    private ErrorDetails withoutSecrets(ErrorDetails details) {
        List<RejectedRequestField> violations = details.violations().stream()
                .map(violation -> new RejectedRequestField(
                        secrets.detects(violation.attribute()) ? HIDDEN : violation.attribute(),
                        secrets.detects(violation.code()) ? HIDDEN : violation.code()))
                .toList();
        String code = secrets.detects(details.code()) ? null : details.code();
        return new ErrorDetails(details.declared(), code, violations, details.correlationId());
    }

    private @Nullable String headerCorrelationId(RawResponse head) {
        return correlationHeader == null
                ? null
                : validCorrelationId(head.headers().get(correlationHeader));
    }

    private @Nullable String firstValid(@Nullable String first, @Nullable String second) {
        return Optional.ofNullable(validCorrelationId(first)).orElse(second);
    }

    /** Correlation ids are shown in reports and messages and sent to support. So they must not contain a secret that the vendor echoes. */
    private @Nullable String validCorrelationId(@Nullable String given) {
        boolean valid =
                given != null && given.strip().length() <= MAX_CORRELATION_ID_LENGTH && !secrets.detects(given.strip());
        return valid ? LogSanitizer.sanitize(given, MAX_CORRELATION_ID_LENGTH) : null;
    }
}
