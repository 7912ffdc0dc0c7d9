package dev.seatport.http.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;

/** Notes fields that no document of the vendor's names. Those that are named and not wanted are for the DTO to ignore. */
final class NewFields extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object ownerOrItsClass,
            String name) {
        Oddities oddities = Oddities.of(context);
        if (oddities != null) {
            oddities.add(parser, deserializer.handledType(), name, "a new field");
        }
        // Not handled: Jackson skips it.
        return false;
    }
}
