package dev.seatport.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Collects the body of one request up to a limit; what comes beyond it is dropped. Event loop only. */
final class BodyReader {
    /** The largest body that is read, in bytes. */
    static final int LIMIT = 1 << 20;

    private final Buffer collected = Buffer.buffer();
    private final Consumer<String> whole;
    private final Runnable tooLarge;
    private boolean refused;

    private BodyReader(Consumer<String> whole, Runnable tooLarge) {
        this.whole = whole;
        this.tooLarge = tooLarge;
    }

    /** Calls one of the two, once, unless the connection breaks first. */
    static void read(HttpServerRequest request, Consumer<String> whole, Runnable tooLarge) {
        BodyReader reader = new BodyReader(whole, tooLarge);
        request.exceptionHandler(broken -> reader.refused = true);
        request.handler(reader::add);
        request.endHandler(end -> reader.end());
    }

    private void add(Buffer piece) {
        if (refused) {
            return;
        }
        if (collected.length() + piece.length() > LIMIT) {
            refused = true;
            tooLarge.run();
            return;
        }
        collected.appendBuffer(piece);
    }

    private void end() {
        if (!refused) {
            whole.accept(collected.toString(StandardCharsets.UTF_8));
        }
    }
}
