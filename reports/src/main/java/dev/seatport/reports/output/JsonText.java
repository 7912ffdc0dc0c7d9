package dev.seatport.reports.output;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as JSON that neither a terminal nor a script in a page obeys. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder(
                    new JsonFactoryBuilder().characterEscapes(new JsonEscapes()).build())
            .build();
    /** Takes a text for nothing less and nothing more than what was written. */
    private static final ObjectReader READER = MAPPER.reader()
            .with(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    /** A value on one line: records by the names of their components, what was not reported as {@code null}. */
    public static String line(Object value) {
        try {
            return Printable.wellFormed(MAPPER.writeValueAsString(value));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + value.getClass().getName(), e);
        }
    }

    /**
     * Reads what {@link #line(Object)} wrote.
     *
     * @throws IOException if it is something else
     */
    public static <T> T read(String line, Class<T> type) throws IOException {
        return READER.forType(type).readValue(line);
    }

    /** A row on one line, with the columns' names in the columns' order. */
    static <V> String line(Shape<V> shape, V row) {
        return write(MAPPER.writer(), shape, row);
    }

    /** A row on a line per member. */
    static <V> String lines(Shape<V> shape, V row) {
        return write(MAPPER.writerWithDefaultPrettyPrinter(), shape, row);
    }

    private static <V> String write(com.fasterxml.jackson.databind.ObjectWriter writer, Shape<V> shape, V row) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Column<V> column : shape.columns()) {
            members.put(column.name(), column.value().apply(row));
        }
        try {
            return Printable.wellFormed(writer.writeValueAsString(members));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            String names = shape.columns().stream().map(Column::name).collect(Collectors.joining(", "));
            throw new IllegalStateException("a row that is no JSON, of " + names, e);
        }
    }
}
