package dev.seatport.http.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorBodyFieldsTest {
    @Test
    void hasTheTextsOfAList() {
        List<Object> codes = Arrays.asList(700016, "90002", null, Map.of("a", 1), List.of(2), true);
        assertThat(ErrorBodyFields.of(Map.of("codes", codes)).texts("codes"))
                .containsExactly("700016", "90002", "true");
    }

    @Test
    void hasASingleTextAsAListOfOne() {
        assertThat(ErrorBodyFields.of(Map.of("codes", 700016)).texts("codes")).containsExactly("700016");
    }

    @Test
    void hasNoTextsWhereThereAreNone() {
        assertThat(ErrorBodyFields.EMPTY.texts("codes")).isEmpty();
        assertThat(ErrorBodyFields.of(Map.of("codes", Map.of("a", 1))).texts("codes"))
                .isEmpty();
        assertThat(ErrorBodyFields.of(Collections.singletonMap("codes", null)).texts("codes"))
                .isEmpty();
    }
}
