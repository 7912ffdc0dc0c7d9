package dev.seatport.sandbox.avepoint;

import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Call;
import java.util.List;

/**
 * One documented operation.
 *
 * @param scope the permission that its document asks for
 * @param handler what answers it
 */
record Operation(String scope, Handler handler) {
    /** Answers a call that is authorised and well addressed. */
    @FunctionalInterface
    interface Handler {
        /**
         * The answer.
         *
         * @param variables the variable segments of the path
         * @throws BadInput when the call is not as the document says
         */
        Answer answer(Call call, List<String> variables);
    }
}
