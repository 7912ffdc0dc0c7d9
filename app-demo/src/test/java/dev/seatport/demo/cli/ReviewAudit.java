package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.fleet.SimulatedAccount;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.SimulatedTenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Balances a review in JSON with the fleet that it was read from: each row is there, or named as missing; and none is there twice. */
final class ReviewAudit {
    private static final Pattern COUNTS = Pattern.compile("(\\d+) [A-Z_]+");
    private static final String BACKUP = "2048";

    private final SimulatedFleet simulatedFleet;
    private final JsonNode review;
    private final Map<String, JsonNode> customers = new HashMap<>();
    private int rows;
    private int missing;

    private ReviewAudit(SimulatedFleet simulatedFleet, JsonNode review) {
        this.simulatedFleet = simulatedFleet;
        this.review = review;
    }

    /** Balances them. */
    static ReviewAudit balanced(SimulatedFleet simulatedFleet, JsonNode review) {
        ReviewAudit books = new ReviewAudit(simulatedFleet, review);
        books.everybody();
        books.certificate();
        books.unmatched();
        return books;
    }

    /** How many rows of the fleet the review has. */
    int rows() {
        return rows;
    }

    /** How many it lacks, and says so. */
    int missing() {
        return missing;
    }

    /** What is missing, by the customer's id; of nobody in particular under an empty one. */
    private Set<String> missingOf(String customer) {
        Set<String> sources = new HashSet<>();
        for (JsonNode gap : review.path("completeness").path("gaps")) {
            if (gap.path("customer").asText("").equals(customer)) {
                sources.add(gap.path("source").asText());
            }
        }
        return sources;
    }

    private void everybody() {
        for (JsonNode customer : review.path("customers")) {
            assertThat(customers.put(customer.path("id").asText(), customer))
                    .as("told once")
                    .isNull();
        }
        int known = 0;
        for (SimulatedCustomer customer : simulatedFleet.customers()) {
            JsonNode told = customers.get(customer.avePointId());
            if (told == null) {
                missing++;
                assertThat(missingOf("")).as(customer.avePointId()).contains("customers");
            } else {
                known++;
                balance(customer, told);
            }
        }
        assertThat(customers).as("nobody else").hasSize(known);
    }

    private void balance(SimulatedCustomer customer, JsonNode told) {
        Set<String> gaps = new HashSet<>();
        told.path("gaps").forEach(gap -> gaps.add(gap.path("source").asText()));
        assertThat(told.path("complete").asBoolean()).isEqualTo(gaps.isEmpty());
        assertThat(missingOf(customer.avePointId())).isEqualTo(gaps);
        assertThat(told.path("organization").asText()).isEqualTo(customer.organization());
        rows(
                told.path("tenants"),
                PrintedReview.objects(FleetTruth.tenantSeats(customer, 0)),
                gaps.contains("tenant-seats"));
        rows(told.path("licenses"), FleetTruth.joinedLicenses(customer), gaps.contains("licenses"));
        rows(told.path("products"), List.of(backup(customer)), gaps.contains("product-seats"));
    }

    private static ObjectNode backup(SimulatedCustomer customer) {
        ObjectNode row = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("productCode", BACKUP);
        return row.put("purchased", customer.purchasedByProduct().get(Integer.valueOf(BACKUP)));
    }

    private void rows(JsonNode told, List<ObjectNode> truth, boolean somethingIsMissing) {
        List<String> wanted = truth.stream().map(ObjectNode::toString).toList();
        List<String> printed = new ArrayList<>();
        if (!truth.isEmpty()) {
            told.forEach(row -> printed.add(PrintedReview.known(row, truth.get(0))));
        } else {
            assertThat(told).isEmpty();
        }
        assertThat(printed).doesNotHaveDuplicates();
        if (somethingIsMissing) {
            assertThat(wanted).containsAll(printed);
        } else {
            assertThat(printed).containsExactlyInAnyOrderElementsOf(wanted);
        }
        rows += printed.size();
        missing += wanted.size() - printed.size();
    }

    private void certificate() {
        JsonNode completeness = review.path("completeness");
        long whole = customers.values().stream()
                .filter(customer -> customer.path("gaps").isEmpty())
                .count();
        long ofCustomers = customers.values().stream()
                .mapToLong(customer -> customer.path("gaps").size())
                .sum();
        long ofNobody = PrintedReview.objects(completeness.path("gaps")).stream()
                .filter(gap -> gap.path("customer").isNull())
                .count();
        assertThat(completeness.path("customers").asInt()).isEqualTo(customers.size());
        assertThat(completeness.path("complete").asLong()).isEqualTo(whole);
        assertThat(completeness.path("gaps")).hasSize((int) (ofCustomers + ofNobody));
        String text = completeness.path("text").asText();
        assertThat(text).startsWith(whole + " of " + customers.size() + " customers complete");
        long counted = 0;
        Matcher counts = COUNTS.matcher(text);
        while (counts.find()) {
            counted += Long.parseLong(counts.group(1));
        }
        assertThat(counted).as(text).isEqualTo(kindsOfCustomers() + ofNobody);
    }

    /** Several questions to one source that failed in one way are one gap of a customer. */
    private long kindsOfCustomers() {
        return customers.values().stream()
                .mapToLong(customer -> PrintedReview.objects(customer.path("gaps")).stream()
                        .map(gap ->
                                gap.path("source").asText() + gap.path("kind").asText())
                        .distinct()
                        .count())
                .sum();
    }

    /** What is said for sure is so; and whatever is so is said, if the vendor's tenants are known. */
    private void unmatched() {
        Set<String> truth = new HashSet<>();
        for (SimulatedCustomer customer : simulatedFleet.customers()) {
            for (SimulatedAccount account : customer.accounts()) {
                boolean seated = customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365).stream()
                        .anyMatch(tenant -> tenant.id().equalsIgnoreCase(account.tenantId()));
                if (!seated) {
                    truth.add(key(account.c3CustomerId(), account.tenantId()));
                }
            }
        }
        Set<String> told = new HashSet<>();
        for (JsonNode tenant : review.path("unmatched").path("c3")) {
            String key = key(
                    tenant.path("customer").asText(), tenant.path("tenantId").asText());
            assertThat(told.add(key)).as("told once").isTrue();
            assertThat(truth.contains(key) || !tenant.path("conclusive").asBoolean())
                    .as(key)
                    .isTrue();
        }
        if (!missingOf("").contains("customers")) {
            assertThat(told).containsAll(truth);
        }
    }

    private static String key(String customer, String tenant) {
        return customer + " " + tenant.toLowerCase(Locale.ROOT);
    }
}
