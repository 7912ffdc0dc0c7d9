package dev.seatport.demo.wiring;

import dev.seatport.demo.report.JsonText;
import java.io.IOException;

/**
 * Reads something as the answers are read that are not read field by field. Jackson's databind takes a good part of a short run to get
 * ready, and can do so while the settings are read and the vendor is asked; a run that does not need it is shorter without.
 */
final class FirstAnswer {
    private FirstAnswer() {}

    private record Row(String id, Integer count) {}

    static void rehearse() {
        try {
            JsonText.read("{\"id\":\"a\",\"count\":1}", Row.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
