package dev.seatport.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of the domain and of the ports as JSON in UTF-8, and reads them back. What is read is neither less nor more
 * than what was written: a missing, an unknown and a {@code null} member is refused, but for members that may be {@code null}.
 * Records of other modules are read and written by the names of their components. Thread-safe.
 */
public final class SeatportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SeatportModule())
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SeatportJson() {}

    /**
     * Returns the value as JSON on one line.
     *
     * @throws IllegalArgumentException if the value is of no type that this class can write
     */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + value.getClass().getName(), e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the bytes are something else
     */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        return type.cast(readAny(json, MAPPER.constructType(type)));
    }

    /**
     * Reads a value with a type parameter, such as an {@code Observed} of {@code TenantSeats}.
     *
     * @throws IOException if the bytes are something else
     */
    public static <T> T read(byte[] json, Class<T> type, Class<?> parameter) throws IOException {
        return type.cast(readAny(json, MAPPER.getTypeFactory().constructParametricType(type, parameter)));
    }

    /**
     * Reads a list.
     *
     * @throws IOException if the bytes are something else
     */
    @SuppressWarnings("unchecked")
    public static <T> List<T> readList(byte[] json, Class<T> type) throws IOException {
        return (List<T>) readAny(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    }

    private static Object readAny(byte[] json, JavaType type) throws IOException {
        try {
            @Nullable Object value = MAPPER.readValue(json, type);
            if (value != null && isWhole(value)) {
                return value;
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IOException("no " + type.getRawClass().getSimpleName(), e);
        }
        throw new IOException("null in a " + type.getRawClass().getSimpleName());
    }

    /** Whether each value is there that must be, in records and in collections. */
    private static boolean isWhole(@Nullable Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().allMatch(SeatportJson::isWhole);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(SeatportJson::isWhole);
        }
        if (!(value instanceof Record)) {
            return value != null;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = part(value, component);
            boolean absent = part == null && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!absent && !isWhole(part)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object part(Object owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record has public accessors", e);
        }
    }
}
