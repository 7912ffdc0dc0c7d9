package dev.seatport.demo.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads something as a vendor's first answer is read. Jackson takes a good part of a short run to get ready, and can do so while
 * the settings are read and the vendor is asked.
 */
final class FirstAnswer {
    private FirstAnswer() {}

    private record Row(String id, Integer count) {}

    static void rehearse() {
        ObjectReader reader = JsonMapper.builder().build().readerFor(Row.class);
        try {
            reader.readValue("{\"id\":\"a\",\"count\":1}");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
