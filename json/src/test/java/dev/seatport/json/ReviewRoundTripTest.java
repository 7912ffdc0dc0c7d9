package dev.seatport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.PurchasedSeatComparison;
import dev.seatport.domain.review.Review;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Threshold;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewCompleteness;
import dev.seatport.ports.review.ReviewEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random reviews, from seeds: each is equal after it was encoded and decoded. */
class ReviewRoundTripTest {
    private static final int SEEDS = 500;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    /** The mapper of a service that has the module on its path. */
    private static final JsonMapper SERVICE =
            JsonMapper.builder().findAndAddModules().build();

    private static <T> void assertReadsBack(T value, Class<T> type, Object description) throws IOException {
        byte[] bytes = SeatportJson.write(value);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(SeatportJson.read(bytes, type))
                .as("bytes of %s: %s", description, text)
                .isEqualTo(value);
        assertThat(SERVICE.readValue(SERVICE.writeValueAsBytes(value), type))
                .as("mapper of a service, %s: %s", description, text)
                .isEqualTo(value);
        assertThat(SERVICE.readTree(SERVICE.writeValueAsBytes(value)))
                .as("both have the same names and values, %s", description)
                .isEqualTo(SERVICE.readTree(bytes));
    }

    @Test
    void randomEventsReadBackEqual() throws IOException {
        Set<Class<?>> generated = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomValueGenerator values = new RandomValueGenerator(seed);
            assertReadsBack(values.next(ReviewEvent.class), ReviewEvent.class, "seed " + seed);
            generated.addAll(values.generatedTypes());
        }

        assertThat(generated)
                .as("types in the events")
                .containsAll(subtypes(ReviewEvent.class, Finding.class, PurchasedSeatComparison.class, Quantity.class))
                .contains(Dataset.class, FailureKind.class, ReviewCompleteness.class, CustomerReview.class);
    }

    private static List<Class<?>> subtypes(Class<?>... sealed) {
        return Arrays.stream(sealed)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .collect(Collectors.toList());
    }

    @Test
    void computedReviewsReadBackEqual() throws IOException {
        Set<Class<?>> findings = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomValueGenerator values = new RandomValueGenerator(seed);
            CustomerPosition position = values.next(CustomerPosition.class);
            Review review = Review.of(position, policy(values, position), TODAY);
            CustomerReview reviewed = new CustomerReview(position, review, values.next(Instant.class));
            assertReadsBack(reviewed, CustomerReview.class, "seed " + seed);
            review.findings().forEach(finding -> findings.add(finding.getClass()));
        }

        assertThat(findings).as("kinds of computed findings").hasSizeGreaterThan(5);
    }

    private static ReviewPolicy policy(RandomValueGenerator values, CustomerPosition position) {
        return ReviewPolicy.builder()
                .unassigned(Threshold.of(0, 0))
                .coverage(Threshold.of(0, 0))
                .seatSkus(position.products().stream()
                        .map(Product::code)
                        .distinct()
                        .collect(Collectors.toMap(
                                code -> code,
                                code -> position.licenses().stream()
                                        .map(license -> license.value().sku())
                                        .collect(Collectors.toSet()))))
                .exclusions(List.of(values.next(Exclusion.class)))
                .build();
    }

    @Test
    void listsAndMapsKeepTheSubtypesOfTheirElements() throws IOException {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomValueGenerator values = new RandomValueGenerator(seed);
            List<Finding> findings =
                    Stream.generate(() -> values.next(Finding.class)).limit(3).toList();
            PurchasedSeatComparison coverage = values.next(PurchasedSeatComparison.class);

            byte[] bytes = SeatportJson.write(findings);
            assertThat(SeatportJson.readList(bytes, Finding.class)).isEqualTo(findings);
            assertThat(mapper.writeValueAsBytes(findings)).isEqualTo(bytes);
            assertThat(mapper.treeToValue(
                            mapper.valueToTree(Map.of("coverage", coverage)).get("coverage"),
                            PurchasedSeatComparison.class))
                    .isEqualTo(coverage);
        }
    }
}
