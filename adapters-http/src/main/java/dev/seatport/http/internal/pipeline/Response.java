package dev.seatport.http.internal.pipeline;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.codec.ResponseBody;
import dev.seatport.http.internal.transport.RawResponse;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A response with its head and its body, which are decoded in the last stage of the call. Confined to the event loop.
 *
 * @param <D> the DTO of the response
 * @param <B> how its body is decoded
 */
public final class Response<D, B extends ResponseBody<D>> {
    final VendorOperation vendorOperation;
    final RawResponse head;
    final B body;
    final int attempts;
    final long sentAt;
    private @Nullable D content;
    private @Nullable ResponseContext context;

    /**
     * A response that is not decoded yet.
     *
     * @param attempts how many requests were sent for it
     * @param sentAt when this one was sent, in the nanoseconds of the clockwork
     */
    Response(VendorOperation vendorOperation, RawResponse head, B body, int attempts, long sentAt) {
        this.vendorOperation = vendorOperation;
        this.head = head;
        this.body = body;
        this.attempts = attempts;
        this.sentAt = sentAt;
    }

    /**
     * The same response, decoded.
     *
     * @param value {@code null} for a response without content (204)
     * @param from where it came from
     */
    Response<D, B> decoded(@Nullable D value, ResponseContext from) {
        content = value;
        context = from;
        return this;
    }

    public B body() {
        return body;
    }

    /** Where the response came from. */
    public ResponseContext context() {
        return Objects.requireNonNull(context, "decoded");
    }

    /** Returns whether the vendor answered that there is nothing. */
    public boolean isEmpty() {
        return content == null;
    }

    /**
     * Returns what was decoded.
     *
     * @throws VendorException {@code NOT_FOUND} if there was no content
     */
    public D content() {
        if (content == null) {
            throw context()
                    .failure(
                            FailureKind.NOT_FOUND,
                            "the vendor has no content for what was asked (HTTP 204); check the id");
        }
        return content;
    }
}
