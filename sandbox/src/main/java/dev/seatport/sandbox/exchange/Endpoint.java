package dev.seatport.sandbox.exchange;

/** Something that answers calls: a vendor's API or a token server. Answers at once and from any thread; never blocks. */
@FunctionalInterface
public interface Endpoint {
    /** The answer to one call; a refusal is an answer too. */
    Answer answer(Call call);
}
