package dev.seatport.demo.report;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as JSON objects, with the columns' names in the columns' order. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder(
                    new JsonFactoryBuilder().characterEscapes(new JsonEscapes()).build())
            .build();

    private JsonText() {}

    /** On one line. */
    static <V> String line(Shape<V> shape, V row) {
        return write(MAPPER.writer(), shape, row);
    }

    /** On a line per member. */
    static <V> String lines(Shape<V> shape, V row) {
        return write(MAPPER.writerWithDefaultPrettyPrinter(), shape, row);
    }

    private static <V> String write(com.fasterxml.jackson.databind.ObjectWriter writer, Shape<V> shape, V row) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Column<V> column : shape.columns()) {
            members.put(column.name(), column.value().apply(row));
        }
        try {
            return writer.writeValueAsString(members);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            String names = shape.columns().stream().map(Column::name).collect(Collectors.joining(", "));
            throw new IllegalStateException("a row that is no JSON, of " + names, e);
        }
    }
}
