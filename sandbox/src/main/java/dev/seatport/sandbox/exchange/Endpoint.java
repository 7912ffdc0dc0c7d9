package dev.seatport.sandbox.exchange;

/** A vendor's API or a token server. Thread-safe; never blocks. */
public interface Endpoint {
    /** Returns the response to a request; a refusal is a response too. */
    SandboxResponse answer(SandboxRequest request);

    /** Returns the response to a request that fails with a status, in the form in which this endpoint reports errors. */
    SandboxResponse failure(int status);
}
