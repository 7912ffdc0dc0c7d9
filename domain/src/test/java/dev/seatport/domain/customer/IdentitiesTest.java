package dev.seatport.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.tenant.TenantId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Common properties of customer, tenant and SKU ids. */
class IdentitiesTest {
    private static final Vendor ACME = new Vendor("acme");
    private static final String GUID = "c7df2760-2c81-4ef7-b578-5b5392b571df";

    static Stream<Function<String, Object>> idTypes() {
        return Stream.of(value -> new CustomerId(ACME, value), TenantId::new, SkuId::new);
    }

    private static String guid(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static String shuffledCase(String text, RandomGenerator random) {
        StringBuilder shuffled = new StringBuilder(text);
        for (int i = 0; i < shuffled.length(); i++) {
            if (random.nextBoolean()) {
                shuffled.setCharAt(i, Character.toUpperCase(shuffled.charAt(i)));
            }
        }
        return shuffled.toString();
    }

    @ParameterizedTest
    @MethodSource("idTypes")
    void guidsAreEqualInAnyLetterCase(Function<String, Object> idType) {
        RandomGenerator random = new Random(99);
        for (int i = 0; i < 100; i++) {
            String guid = guid(random);
            Object one = idType.apply(shuffledCase(guid, random));
            Object other = idType.apply(shuffledCase(guid, random));

            assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(idType.apply(guid(random)));
        }
    }

    @ParameterizedTest
    @MethodSource("idTypes")
    void otherTextsOfTheLengthOfAGuidAreCaseSensitive(Function<String, Object> idType) {
        String almost = "abcdef00-0000-4000-8000-00000000000g";

        assertThat(idType.apply(almost)).isEqualTo(idType.apply(almost)).hasSameHashCodeAs(idType.apply(almost));
        assertThat(idType.apply(almost)).isNotEqualTo(idType.apply(almost.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("idTypes")
    void otherTextsAreCaseSensitive(Function<String, Object> idType) {
        assertThat(idType.apply("abc")).isEqualTo(idType.apply("abc")).isNotEqualTo(idType.apply("ABC"));
        assertThat(idType.apply("abc")).isNotEqualTo("abc");
    }

    @ParameterizedTest
    @MethodSource("idTypes")
    void textsThatResembleAGuidAreCaseSensitive(Function<String, Object> idType) {
        for (String almost : new String[] {
            "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeeg",
            "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeee",
            "aaaaaaaabbbb-cccc-dddd-eeeeeeeeeeeee",
            "{aaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
            "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeé1",
        }) {
            assertThat(idType.apply(almost)).isNotEqualTo(idType.apply(almost.toUpperCase(Locale.ROOT)));
        }
    }

    static Stream<String> spellings() {
        String digits = GUID.replace("-", "");
        return Stream.of(
                GUID,
                GUID.toUpperCase(Locale.ROOT),
                digits,
                digits.toUpperCase(Locale.ROOT),
                "{" + GUID + "}",
                "(" + GUID + ")",
                "[" + digits + "]",
                "{ " + GUID + "\t}",
                " \r\n" + GUID + " ",
                "\u00A0" + GUID + "\u200B",
                "\uFEFF{" + digits + "}\u3000",
                GUID.replace('-', '\u2010'),
                GUID.replace('-', '\u2011'),
                GUID.replace('-', '\u2013'),
                GUID.replace('-', '\u2212'),
                "c7df2760-2c814ef7b5785b5392b571df",
                "urn:uuid:" + GUID,
                " URN:UUID:" + GUID.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aGuidIsEqualInEverySpelling(String spelling) {
        idTypes().forEach(idType -> {
            Object one = idType.apply(spelling);
            assertThat(one).isEqualTo(idType.apply(GUID)).hasSameHashCodeAs(idType.apply(GUID));
            assertThat(idType.apply(GUID)).isEqualTo(one);
            assertThat(one).isNotEqualTo(idType.apply(GUID.replace('c', 'd')));
            assertThat(one.toString()).endsWith(spelling);
        });
        assertThat(new SkuId(spelling)).isEqualByComparingTo(new SkuId(GUID));
        assertThat(new TenantId(spelling)).isEqualByComparingTo(new TenantId(GUID));
        assertThat(new CustomerId(ACME, spelling)).isEqualByComparingTo(new CustomerId(ACME, GUID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{c7df2760-2c81-4ef7-b578-5b5392b571df",
                "{c7df2760-2c81-4ef7-b578-5b5392b571df)",
                "c7df2760--2c81-4ef7-b578-5b5392b571df",
                "-c7df2760-2c81-4ef7-b578-5b5392b571df",
                "c7df2760-2c81-4ef7-b578-5b5392b571df-",
                "c7df276-02c81-4ef7-b578-5b5392b571df",
                "c7df2760 2c81 4ef7 b578 5b5392b571df",
                "c7df2760-2c81-4ef7-b578-5b5392b571df0",
                "c7df2760-2c81-4ef7-b578-5b5392b571d",
                "{}",
                "{                                      }",
                "urn:uuid:c7df2760"
            })
    void anAlmostValidGuidIsCaseSensitive(String almost) {
        assertThat(new SkuId(almost)).isNotEqualTo(new SkuId(GUID)).isNotEqualByComparingTo(new SkuId(GUID));
        assertThat(new SkuId(almost)).isNotEqualTo(new SkuId(almost + " "));
        assertThat(new SkuId(almost).isIdentifying()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\t\r\n",
                "\u00A0\u200B\uFEFF",
                "00000000-0000-0000-0000-000000000000",
                "00000000000000000000000000000000",
                "{00000000-0000-0000-0000-000000000000}",
                " (00000000-0000-0000-0000-000000000000) "
            })
    void aBlankTextAndTheEmptyGuidIdentifyNothing(String nothing) {
        assertThat(new SkuId(nothing).isIdentifying()).isFalse();
        assertThat(new TenantId(nothing).isIdentifying()).isFalse();
        assertThat(new CustomerId(ACME, nothing).isIdentifying()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00000000-0000-0000-0000-000000000001", "0000000000000000000000000000000", "a"})
    void anyOtherTextIdentifiesSomething(String something) {
        assertThat(new SkuId(something).isIdentifying()).isTrue();
        assertThat(new TenantId(something).isIdentifying()).isTrue();
        assertThat(new CustomerId(ACME, something).isIdentifying()).isTrue();
    }

    @Test
    void anEmptyIdIdentifiesNothingAndIsNotAllowedForCustomers() {
        assertThat(new TenantId("").isIdentifying()).isFalse();
        assertThat(new SkuId("").isIdentifying()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerId(ACME, ""))
                .withMessageContaining("must not be empty");
    }

    @Test
    void theOrderIsConsistentWithEquality() {
        RandomGenerator random = new Random(7);
        List<SkuId> ids = Stream.concat(
                        spellings(),
                        Stream.of("", "a", "b", "A", guid(random), guid(random), "ffffffff" + GUID.substring(8), "{}"))
                .map(SkuId::new)
                .toList();
        for (SkuId one : ids) {
            for (SkuId other : ids) {
                assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
                assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
                for (SkuId third : ids) {
                    if (one.compareTo(other) < 0 && other.compareTo(third) < 0) {
                        assertThat(one).isLessThan(third);
                    }
                }
            }
        }
        assertThat(new CustomerId(ACME, "1")).isLessThan(new CustomerId(new Vendor("globex"), "0"));
    }

    /** Without comparable keys, a hash map scans all keys with an equal hash: 65,536 of them take minutes. */
    @Test
    void idsWithEqualHashesAreFoundFast() {
        List<TenantId> ids = IntStream.range(0, 1 << 16)
                .mapToObj(bits -> IntStream.range(0, 16)
                        .mapToObj(bit -> (bits >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "x", "")))
                .map(TenantId::new)
                .toList();

        assertThat(ids.stream().map(TenantId::hashCode).distinct()).hasSize(1);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> new HashSet<>(ids)))
                .hasSize(ids.size());
    }

    @Test
    void equalIdsShareACanonicalSpelling() {
        String guid = "AAAAAAAA-bbbb-CCCC-dddd-EEEEEEEEEEEE";
        String small = guid.toLowerCase(Locale.ROOT);

        assertThat(new TenantId(guid)).isEqualByComparingTo(new TenantId(small));
        assertThat(new SkuId(guid)).isEqualByComparingTo(new SkuId(small));
        assertThat(new CustomerId(ACME, guid)).isEqualByComparingTo(new CustomerId(ACME, small));
        assertThat(new TenantId("a")).isLessThan(new TenantId("b"));
        assertThat(new SkuId("a")).isLessThan(new SkuId("b"));
        assertThat(new CustomerId(ACME, "b")).isLessThan(new CustomerId(new Vendor("globex"), "a"));
        assertThat(new CustomerId(ACME, "a")).isLessThan(new CustomerId(ACME, "b"));
        assertThat(new TenantId(guid).canonical()).isEqualTo(small);
    }

    /** Java stores comparable keys with equal hashes in a tree; each look-up would scan other keys. */
    @ParameterizedTest
    @MethodSource("idTypes")
    void idsWithEqualHashesAreFoundWithoutAFullScan(Function<String, Object> idType) {
        assertThat(idType.apply("x")).isInstanceOf(Comparable.class);
        assertThat(idType.apply("x").getClass().getGenericInterfaces())
                .extracting(Object::toString)
                .anyMatch(type -> type.equals(
                        "java.lang.Comparable<" + idType.apply("x").getClass().getName() + ">"));
    }

    @Test
    void theVendorsSpellingIsKept() {
        String guid = "AAAAAAAA-bbbb-CCCC-dddd-EEEEEEEEEEEE";

        assertThat(new CustomerId(ACME, guid).value()).isEqualTo(guid);
        assertThat(new TenantId(guid)).hasToString(guid);
        assertThat(new SkuId(guid)).hasToString(guid);
    }

    @Nested
    class OfCustomers {
        @Test
        void differIfTheirVendorsDiffer() {
            assertThat(new CustomerId(ACME, "1")).isNotEqualTo(new CustomerId(new Vendor("globex"), "1"));
        }

        @Test
        void arePrintedAsVendorAndValue() {
            assertThat(new CustomerId(ACME, "1")).hasToString("acme:1");
        }
    }

    @Nested
    class OfVendors {
        @ParameterizedTest
        @ValueSource(strings = {"acme", "c3", "umbrella-corp", "x"})
        void areLowerCaseWords(String name) {
            assertThat(new Vendor(name)).hasToString(name);
        }

        @ParameterizedTest
        @CsvSource({"Acme", "3c", "-acme", "acme corp", "acmé", "''"})
        void rejectOtherText(String name) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Vendor(name));
        }
    }
}
