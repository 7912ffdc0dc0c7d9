package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
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

/** Compares a review in JSON with its fleet. Each row must be in the review once or be reported as missing. */
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

    /** Compares a review with its fleet. */
    static ReviewAudit balanced(SimulatedFleet simulatedFleet, JsonNode review) {
        ReviewAudit audit = new ReviewAudit(simulatedFleet, review);
        audit.checkCustomers();
        audit.checkCompleteness();
        audit.checkUnmatched();
        return audit;
    }

    /** Returns the number of rows in the review. */
    int rows() {
        return rows;
    }

    /** Returns the number of rows that the review reports as missing. */
    int missing() {
        return missing;
    }

    /** Returns the datasets with gaps of a customer; for an empty id those of no customer. */
    private Set<String> missingOf(String customer) {
        Set<String> sources = new HashSet<>();
        for (JsonNode gap : review.path("completeness").path("gaps")) {
            if (gap.path("customer").asText("").equals(customer)) {
                sources.add(gap.path("source").asText());
            }
        }
        return sources;
    }

    private void checkCustomers() {
        for (JsonNode customer : review.path("customers")) {
            assertThat(customers.put(customer.path("id").asText(), customer))
                    .as("printed once")
                    .isNull();
        }
        int known = 0;
        for (SimulatedCustomer customer : simulatedFleet.customers()) {
            JsonNode printed = customers.get(customer.avePointId());
            if (printed == null) {
                missing++;
                assertThat(missingOf("")).as(customer.avePointId()).contains("customers");
            } else {
                known++;
                checkCustomer(customer, printed);
            }
        }
        assertThat(customers).as("no other customers").hasSize(known);
    }

    private void checkCustomer(SimulatedCustomer customer, JsonNode printed) {
        Set<String> gaps = new HashSet<>();
        printed.path("gaps").forEach(gap -> gaps.add(gap.path("source").asText()));
        assertThat(printed.path("complete").asBoolean()).isEqualTo(gaps.isEmpty());
        assertThat(missingOf(customer.avePointId())).isEqualTo(gaps);
        assertThat(printed.path("organization").asText()).isEqualTo(customer.organization());
        rows(
                printed.path("tenants"),
                PrintedReview.objects(FleetTruth.tenantSeats(customer, 0)),
                gaps.contains("tenant-seats"));
        rows(printed.path("licenses"), FleetTruth.joinedLicenses(customer), gaps.contains("licenses"));
        rows(printed.path("products"), List.of(backup(customer)), gaps.contains("product-seats"));
    }

    private static ObjectNode backup(SimulatedCustomer customer) {
        ObjectNode row = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("productCode", BACKUP);
        return row.put("purchased", customer.purchasedByProduct().get(Integer.valueOf(BACKUP)));
    }

    private void rows(JsonNode printed, List<ObjectNode> truth, boolean mayBeIncomplete) {
        List<String> wanted = truth.stream().map(ObjectNode::toString).toList();
        List<String> actual = new ArrayList<>();
        if (!truth.isEmpty()) {
            printed.forEach(row -> actual.add(PrintedReview.known(row, truth.get(0))));
        } else {
            assertThat(printed).isEmpty();
        }
        assertThat(actual).doesNotHaveDuplicates();
        if (mayBeIncomplete) {
            assertThat(wanted).containsAll(actual);
        } else {
            assertThat(actual).containsExactlyInAnyOrderElementsOf(wanted);
        }
        rows += actual.size();
        missing += wanted.size() - actual.size();
    }

    private void checkCompleteness() {
        JsonNode completeness = review.path("completeness");
        long whole = customers.values().stream()
                .filter(customer -> customer.path("gaps").isEmpty())
                .count();
        long ofCustomers = customers.values().stream()
                .mapToLong(customer -> customer.path("gaps").size())
                .sum();
        long ofNoCustomer = PrintedReview.objects(completeness.path("gaps")).stream()
                .filter(gap -> gap.path("customer").isNull())
                .count();
        assertThat(completeness.path("customers").asInt()).isEqualTo(customers.size());
        assertThat(completeness.path("complete").asLong()).isEqualTo(whole);
        assertThat(completeness.path("gaps")).hasSize((int) (ofCustomers + ofNoCustomer));
        String text = completeness.path("text").asText();
        assertThat(text).startsWith(whole + " of " + customers.size() + " customers complete");
        long counted = 0;
        Matcher counts = COUNTS.matcher(text);
        while (counts.find()) {
            counted += Long.parseLong(counts.group(1));
        }
        assertThat(counted).as(text).isEqualTo(kindsOfCustomers() + ofNoCustomer);
    }

    /** Counts gaps by customer, dataset and kind, because several failed requests may be one gap. */
    private long kindsOfCustomers() {
        return customers.values().stream()
                .mapToLong(customer -> PrintedReview.objects(customer.path("gaps")).stream()
                        .map(gap ->
                                gap.path("source").asText() + gap.path("kind").asText())
                        .distinct()
                        .count())
                .sum();
    }

    /** Checks the unmatched tenants: each conclusive one is correct, and all are present if the tenants are known. */
    private void checkUnmatched() {
        Set<String> truth = new HashSet<>();
        for (SimulatedCustomer customer : simulatedFleet.customers()) {
            for (SimulatedC3Customer account : customer.accounts()) {
                boolean seated = customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365).stream()
                        .anyMatch(tenant -> tenant.id().equalsIgnoreCase(account.tenantId()));
                if (!seated) {
                    truth.add(key(account.c3CustomerId(), account.tenantId()));
                }
            }
        }
        Set<String> printed = new HashSet<>();
        for (JsonNode tenant : review.path("unmatched").path("c3")) {
            String key = key(
                    tenant.path("customer").asText(), tenant.path("tenantId").asText());
            assertThat(printed.add(key)).as("printed once").isTrue();
            assertThat(truth.contains(key) || !tenant.path("conclusive").asBoolean())
                    .as(key)
                    .isTrue();
        }
        if (!missingOf("").contains("customers")) {
            assertThat(printed).containsAll(truth);
        }
    }

    private static String key(String customer, String tenant) {
        return customer + " " + tenant.toLowerCase(Locale.ROOT);
    }
}
