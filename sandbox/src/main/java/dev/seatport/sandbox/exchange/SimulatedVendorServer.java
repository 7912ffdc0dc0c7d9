package dev.seatport.sandbox.exchange;

/** API or token server of a vendor. Thread-safe. Must not block. */
public interface SimulatedVendorServer {
    /** Returns the response to a request. Errors are responses too. */
    SandboxResponse respond(SandboxRequest request);

    /** Returns an error response with a status, in the endpoint's own error format. */
    SandboxResponse errorResponse(int status);

    /** Adds the headers in which the vendor reports its rate limit. Most vendors have none. */
    default SandboxResponse withLimitHeaders(SandboxResponse response, RateLimitUse use) {
        return response;
    }
}
