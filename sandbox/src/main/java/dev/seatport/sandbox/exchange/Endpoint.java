package dev.seatport.sandbox.exchange;

/** Something that answers calls: a vendor's API or a token server. Answers at once and from any thread; never blocks. */
public interface Endpoint {
    /** The answer to one call; a refusal is an answer too. */
    Answer answer(Call call);

    /** The answer to a call that fails with a status for no reason of its own, in the form that this endpoint gives errors. */
    Answer failure(int status);
}
