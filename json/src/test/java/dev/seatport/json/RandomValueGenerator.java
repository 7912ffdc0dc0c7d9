package dev.seatport.json;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Generates values of records, sealed types, enums and collections from a seed. Uses reflection, so that new components and new
 * subtypes are generated without a change here. Ids come from small sets, so that rows belong together.
 */
final class RandomValueGenerator {
    private static final int MAX_ATTEMPTS = 1_000;
    private static final int MAX_ELEMENTS = 3;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "Acme",
            "Größe 日本 😀 \u202E",
            "\uD83D",
            "\uDE00 half a pair",
            "\u0000\u001F\u007F\u2028\u2029\uFEFF\uFFFF",
            "\"quoted\\\" </script> 'single'",
            "null",
            "unlimited",
            "a\r\n\tb",
            "x".repeat(5_000));
    private static final List<String> IDS = List.of(
            "6f1e3c0a-0000-4000-8000-00000000000b",
            "{6F1E3C0A-0000-4000-8000-00000000000B}",
            "6f1e3c0a0000400080000000000000ff",
            "00000000-0000-0000-0000-000000000000",
            "a/b%2F",
            "Ü 😀");
    private static final List<Long> COUNTS =
            List.of(0L, 1L, 2L, 3L, 10L, 1_024L, -5L, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1);

    private final SplittableRandom random;
    private final Set<Class<?>> generated = new HashSet<>();

    RandomValueGenerator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns the types of all values that were generated so far. */
    Set<Class<?>> generatedTypes() {
        return Set.copyOf(generated);
    }

    <T> T next(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        return value(type, Map.of());
    }

    private Object value(Type type, Map<TypeVariable<?>, Type> arguments) {
        if (type instanceof TypeVariable<?> variable) {
            return value(arguments.getOrDefault(variable, Object.class), Map.of());
        }
        if (type instanceof ParameterizedType parameterized) {
            return parameterized(parameterized, arguments);
        }
        Class<?> raw = (Class<?>) type;
        Object value = simple(raw);
        generated.add(value.getClass());
        return value;
    }

    private Object parameterized(ParameterizedType type, Map<TypeVariable<?>, Type> arguments) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] parameters = type.getActualTypeArguments();
        if (raw == List.class || raw == Set.class) {
            List<Object> elements = new ArrayList<>();
            for (int i = random.nextInt(MAX_ELEMENTS + 1); i > 0; i--) {
                elements.add(value(parameters[0], arguments));
            }
            return raw == List.class ? elements : Set.copyOf(elements);
        }
        if (raw == Map.class) {
            Map<Object, Object> entries = new HashMap<>();
            for (int i = random.nextInt(MAX_ELEMENTS + 1); i > 0; i--) {
                entries.put(value(parameters[0], arguments), value(parameters[1], arguments));
            }
            return entries;
        }
        Map<TypeVariable<?>, Type> inner = new HashMap<>();
        for (int i = 0; i < parameters.length; i++) {
            inner.put(raw.getTypeParameters()[i], parameters[i]);
        }
        return component(raw, inner);
    }

    private Object simple(Class<?> type) {
        if (type == String.class) {
            return any(TEXTS);
        }
        if (type == long.class || type == Long.class) {
            return any(COUNTS);
        }
        if (type == int.class) {
            return random.nextInt(MAX_ELEMENTS + 1);
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(any(List.of("0", "2.50", "1E+3", "0.000000000000000000001")));
        }
        if (type == Instant.class) {
            return any(List.of(
                    Instant.EPOCH,
                    Instant.MIN,
                    Instant.MAX,
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt())));
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 11, 1).plusDays(random.nextInt(60));
        }
        if (type == Vendor.class) {
            return new Vendor(any(List.of("acme", "globex-2")));
        }
        if (type == TenantId.class) {
            return new TenantId(any(IDS));
        }
        if (type == SkuId.class) {
            return new SkuId(any(IDS));
        }
        if (type == ProductCode.class) {
            // Jackson reads no half of a surrogate pair in the name of a member, which the code of a product is.
            return new ProductCode(any(IDS));
        }
        if (type == Customer.class) {
            return customer();
        }
        if (type == Exclusion.class) {
            return exclusion();
        }
        return composed(type);
    }

    private Object composed(Class<?> type) {
        if (type.isEnum()) {
            return any(Arrays.asList(type.getEnumConstants()));
        }
        if (type.isSealed()) {
            return value(any(Arrays.asList(type.getPermittedSubclasses())));
        }
        return component(type, Map.of());
    }

    private Customer customer() {
        return Customer.builder(next(CustomerId.class))
                .organization(orNull(String.class))
                .ownerEmail(orNull(String.class))
                .status(next(CustomerServiceStatus.class), orNull(String.class))
                .country(orNull(String.class))
                .tenants(random.nextBoolean() ? null : List.of(next(Tenant.class), next(Tenant.class)))
                .tenantsWithoutId(random.nextInt(MAX_ELEMENTS))
                .deletedAt(orNull(Instant.class))
                .build();
    }

    private Exclusion exclusion() {
        CustomerId customer = next(CustomerId.class);
        SkuId sku = next(SkuId.class);
        Exclusion.Builder builder = switch (random.nextInt(3)) {
            case 0 -> Exclusion.of(customer, "reason");
            case 1 -> Exclusion.of(sku, "reason");
            default -> Exclusion.of(customer, sku, "reason 😀");
        };
        return builder.owner(orNull(String.class))
                .until(orNull(LocalDate.class))
                .scope(next(Exclusion.SuppressedOutput.class))
                .build();
    }

    private <T> @Nullable T orNull(Class<T> type) {
        return random.nextInt(4) == 0 ? null : next(type);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Returns a record. Tries further components if the constructor rejects them. */
    private Object component(Class<?> type, Map<TypeVariable<?>, Type> arguments) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException("cannot generate values of " + type);
        }
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            @Nullable Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                boolean mayBeNull = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
                values[i] =
                        mayBeNull && random.nextInt(4) == 0 ? null : value(components[i].getGenericType(), arguments);
            }
            try {
                return constructor(type, components).newInstance(values);
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof IllegalArgumentException)) {
                    throw new IllegalStateException("cannot create a " + type, e);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot create a " + type, e);
            }
        }
        throw new IllegalStateException("no components were valid for " + type);
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components)
            throws NoSuchMethodException {
        return type.getConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }
}
