package dev.seatport.sandbox.exchange;

/** API or token server of a vendor. Thread-safe. Must not block. */
public interface SimulatedVendorServer {
    /** Returns the response to a request. Errors are responses too. */
    SandboxResponse respond(SandboxRequest request);

    /** Returns an error response with a status, in the endpoint's own error format. */
    SandboxResponse errorResponse(int status);
}
