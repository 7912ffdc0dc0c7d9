package dev.seatport.http.internal.pipeline;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.codec.ResponseBodyDecoder;
import dev.seatport.http.internal.transport.RawResponse;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Response with its head and body; the last stage of the call decodes it. Confined to the event loop.
 *
 * @param <D> the DTO of the response
 * @param <B> receiver and decoder of the body
 */
public final class DecodableResponse<D, B extends ResponseBodyDecoder<D>> {
    final VendorOperation vendorOperation;
    final Secret token;
    final RawResponse head;
    final B body;
    final int attempts;
    final long sentAt;
    private @Nullable D content;
    private @Nullable ResponseContext context;

    /**
     * Creates a response that is not decoded yet.
     *
     * @param token token of its request, which the vendor may echo
     * @param attempts number of requests of the call so far
     * @param sentAt time at which its request was sent, as a value of {@code Scheduler.nanoTime()}
     */
    DecodableResponse(
            VendorOperation vendorOperation, Secret token, RawResponse head, B body, int attempts, long sentAt) {
        this.vendorOperation = vendorOperation;
        this.token = token;
        this.head = head;
        this.body = body;
        this.attempts = attempts;
        this.sentAt = sentAt;
    }

    /**
     * Sets the decoded content.
     *
     * @param value {@code null} for a response without content (204)
     * @param from context of the response
     */
    DecodableResponse<D, B> decoded(@Nullable D value, ResponseContext from) {
        content = value;
        context = from;
        return this;
    }

    public B body() {
        return body;
    }

    /** Returns the context of the response. Must not be called before it is decoded. */
    public ResponseContext context() {
        return Objects.requireNonNull(context, "not decoded");
    }

    /** Returns whether the response has no content (204). */
    public boolean isEmpty() {
        return content == null;
    }

    /**
     * Returns the decoded content.
     *
     * @throws VendorException {@code NOT_FOUND} if there is none
     */
    public D content() {
        if (content == null) {
            throw context().failure(FailureKind.NOT_FOUND, "the vendor returned no content (HTTP 204); check the id");
        }
        return content;
    }
}
