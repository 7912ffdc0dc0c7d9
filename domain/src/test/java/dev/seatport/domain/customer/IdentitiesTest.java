package dev.seatport.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.tenant.TenantId;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the three sorts of identities have in common. */
class IdentitiesTest {
    private static final Vendor ACME = new Vendor("acme");

    static Stream<Function<String, Object>> sorts() {
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
    @MethodSource("sorts")
    void guidsAreTheSameWhateverTheirLetterCase(Function<String, Object> sort) {
        RandomGenerator random = new Random(99);
        for (int i = 0; i < 100; i++) {
            String guid = guid(random);
            Object one = sort.apply(shuffledCase(guid, random));
            Object other = sort.apply(shuffledCase(guid, random));

            assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(sort.apply(guid(random)));
        }
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void whatIsAsLongAsAGuidAndIsNoneIsTheSameOnlyToTheLetter(Function<String, Object> sort) {
        String almost = "abcdef00-0000-4000-8000-00000000000g";

        assertThat(sort.apply(almost)).isEqualTo(sort.apply(almost)).hasSameHashCodeAs(sort.apply(almost));
        assertThat(sort.apply(almost)).isNotEqualTo(sort.apply(almost.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void allElseIsTheSameOnlyToTheLetter(Function<String, Object> sort) {
        assertThat(sort.apply("abc")).isEqualTo(sort.apply("abc")).isNotEqualTo(sort.apply("ABC"));
        assertThat(sort.apply("abc")).isNotEqualTo("abc");
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void whatOnlyLooksLikeAGuidIsNone(Function<String, Object> sort) {
        for (String almost : new String[] {
            "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeeg",
            "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeee",
            "aaaaaaaabbbb-cccc-dddd-eeeeeeeeeeeee",
            "{aaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
            "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeé1",
        }) {
            assertThat(sort.apply(almost)).isNotEqualTo(sort.apply(almost.toUpperCase(Locale.ROOT)));
        }
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void anEmptyTextIdentifiesNothing(Function<String, Object> sort) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sort.apply(""))
                .withMessageContaining("must not be empty");
    }

    @Test
    void areComparedByTheSpellingThatEqualIdsShare() {
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

    /** Java keeps keys of one hash in a tree if they can be compared: without that, each look-up tries all of them. */
    @ParameterizedTest
    @MethodSource("sorts")
    void ofOneHashAreFoundWithoutTryingAllOfThem(Function<String, Object> sort) {
        assertThat(sort.apply("x")).isInstanceOf(Comparable.class);
        assertThat(sort.apply("x").getClass().getGenericInterfaces())
                .extracting(Object::toString)
                .anyMatch(type -> type.equals(
                        "java.lang.Comparable<" + sort.apply("x").getClass().getName() + ">"));
    }

    @Test
    void theSpellingIsKept() {
        String guid = "AAAAAAAA-bbbb-CCCC-dddd-EEEEEEEEEEEE";

        assertThat(new CustomerId(ACME, guid).value()).isEqualTo(guid);
        assertThat(new TenantId(guid)).hasToString(guid);
        assertThat(new SkuId(guid)).hasToString(guid);
    }

    @Nested
    class OfCustomers {
        @Test
        void meanNothingWithoutTheirVendor() {
            assertThat(new CustomerId(ACME, "1")).isNotEqualTo(new CustomerId(new Vendor("globex"), "1"));
        }

        @Test
        void readAsVendorAndValue() {
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
        void areNothingElse(String name) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Vendor(name));
        }
    }
}
