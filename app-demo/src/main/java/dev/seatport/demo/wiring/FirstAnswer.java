package dev.seatport.demo.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads something as the answers are read that are not read field by field. Jackson's databind takes a good part of a short run to get
 * ready, and can do so while the settings are read and the vendor is asked; a run that does not need it is shorter without.
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
