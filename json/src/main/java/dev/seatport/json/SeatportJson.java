package dev.seatport.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.review.Exclusion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Encodes values of the domain and of the ports as JSON in UTF-8, and decodes them. Decoding is strict: it rejects a missing
 * member, an unknown member, and {@code null} for a member that must have a value. Records of other modules are encoded by
 * the names of their components. Thread-safe.
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
     * @throws IllegalArgumentException if the type of the value is not supported
     */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write as JSON: " + value.getClass().getName(), e);
        }
    }

    /**
     * Decodes a value that {@link #write} encoded.
     *
     * @throws IOException if the bytes are not JSON of a value of this type
     */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        return type.cast(decode(json, MAPPER.constructType(type)));
    }

    /**
     * Decodes a value with a type parameter, such as an {@code Observed} of {@code TenantSeats}.
     *
     * @throws IOException if the bytes are not JSON of a value of this type
     */
    public static <T> T read(byte[] json, Class<T> type, Class<?> parameter) throws IOException {
        return type.cast(decode(json, MAPPER.getTypeFactory().constructParametricType(type, parameter)));
    }

    /**
     * Decodes a list.
     *
     * @param type the type of the elements
     * @throws IOException if the bytes are not JSON of a list of this type
     */
    @SuppressWarnings("unchecked")
    public static <T> List<T> readList(byte[] json, Class<T> type) throws IOException {
        return (List<T>) decode(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    }

    private static Object decode(byte[] json, JavaType type) throws IOException {
        try {
            @Nullable Object value = MAPPER.readValue(json, type);
            if (value != null && hasRequiredValues(value)) {
                return value;
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IOException(
                    "JSON with an invalid value of " + type.getRawClass().getSimpleName(), e);
        }
        throw new IOException(
                "JSON with null for a required value of " + type.getRawClass().getSimpleName());
    }

    /** Returns whether no required value is null, in records and in collections. */
    private static boolean hasRequiredValues(@Nullable Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().allMatch(SeatportJson::hasRequiredValues);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(SeatportJson::hasRequiredValues);
        }
        if (value instanceof Customer customer) {
            return hasRequiredValues(customer.id())
                    && hasRequiredValues(customer.tenants().orElse(List.of()));
        }
        if (value instanceof Exclusion exclusion) {
            return exclusion.customer().map(SeatportJson::hasRequiredValues).orElse(true);
        }
        if (!(value instanceof Record)) {
            return value != null;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object member = componentValue(value, component);
            boolean absent = member == null && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!absent && !hasRequiredValues(member)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object componentValue(Object owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read a component of a public record", e);
        }
    }
}
