package dev.seatport.sandbox.c3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxResponse;
import java.util.Iterator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Envelope of every C3 response, with a new correlation id for each. Thread-safe. */
final class EnvelopeJson {
    private static final long ID_FAMILY = 0xda879f7a732a4045L;
    private static final long ID_VARIANT = 0x8000000000000000L;

    private final AtomicLong responses = new AtomicLong();

    SandboxResponse success(ArrayNode rows) {
        return SandboxResponse.json(200, envelope("Success", null, rows));
    }

    SandboxResponse success(Iterator<? extends JsonNode> rows) {
        String empty = SandboxJson.text(envelope("Success", null, SandboxJson.array()));
        int end = empty.length() - "]}".length();
        return SandboxResponse.jsonRows(empty.substring(0, end), rows, "]}");
    }

    SandboxResponse badInput(ArrayNode violations) {
        return SandboxResponse.json(400, envelope("Error", "ERROR_DESC_BAD_INPUT", violations));
    }

    /** Returns an error without violations. Only the message for bad input is documented. The other messages follow its pattern. */
    SandboxResponse error(int status, String message) {
        return SandboxResponse.json(status, envelope("Error", message, NullNode.instance));
    }

    private ObjectNode envelope(String status, @Nullable String message, JsonNode data) {
        ObjectNode envelope = SandboxJson.object();
        envelope.putNull("OperationType");
        envelope.put("Status", status);
        envelope.put("RequestCorrelationID", new UUID(ID_FAMILY, ID_VARIANT | responses.incrementAndGet()).toString());
        envelope.put("ErrorMessage", message);
        envelope.put("ErrorDetail", message);
        envelope.set("Data", data);
        return envelope;
    }
}
