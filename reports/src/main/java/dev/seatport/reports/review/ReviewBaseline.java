package dev.seatport.reports.review;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.ReviewOutputHeader.ScopeView;
import dev.seatport.reports.review.ReviewSummary.ExclusionView;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The findings of an earlier result of a review in JSON, with which a later review is compared. Reads the result as a stream and
 * keeps its findings and, per customer, what it could not determine. Confined to one thread.
 */
public final class ReviewBaseline {
    /** Bounds the memory to about 100 MB. */
    static final int MAX_FINDINGS = 100_000;

    /** Accepts members of later versions, because a version of the schema may get new members. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String OTHER_VERSION = "; write one with this version";

    private final Map<String, BaselineCustomer> customers = new LinkedHashMap<>();
    private final List<ExclusionView> hidden = new ArrayList<>();
    private int schemaVersion;
    private String generatedAt = "";
    private String seatsFrom = "";
    private @Nullable String licensesFrom;
    private @Nullable ScopeView scope;
    private boolean listingComplete = true;
    private boolean whole = true;
    private final Map<String, UnmatchedTenantView> unmatched = new LinkedHashMap<>();
    private int findings;

    /** A customer of the baseline, with its findings by id. */
    record BaselineCustomer(
            String id, @Nullable String organization, FindingEvidence evidence, Map<String, FindingView> findings) {}

    private ReviewBaseline() {}

    /**
     * Reads a result of {@code seatport review --format json}. The caller closes the stream.
     *
     * @throws BaselineException if the text is not such a result, or has more than 100,000 findings
     * @throws IOException if the stream cannot be read
     */
    public static ReviewBaseline read(InputStream in) throws IOException {
        ReviewBaseline baseline = new ReviewBaseline();
        try (JsonParser json = MAPPER.getFactory().createParser(in)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            baseline.document(json);
        } catch (JsonProcessingException e) {
            throw new BaselineException("is not the complete JSON of a review");
        } catch (BaselineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BaselineException("is JSON, but not that of a review");
        }
        baseline.requireHeader();
        return baseline;
    }

    private void document(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new BaselineException("is not the JSON of a review");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "type" -> throw new BaselineException("is NDJSON; name a result of --format json");
                case "schemaVersion" -> schemaVersion = json.getIntValue();
                case "generatedAt" -> generatedAt = json.getText();
                case "seatsFrom" -> seatsFrom = json.getText();
                case "licensesFrom" -> licensesFrom = value == JsonToken.VALUE_NULL ? null : json.getText();
                case "scope" -> scope = MAPPER.readValue(json, ScopeView.class);
                case "completeness" -> completeness(tree(json));
                case "customers" -> customers(json, value);
                case "unmatched" -> unmatched(tree(json));
                case "exclusions" -> exclusions(tree(json));
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new BaselineException("has text after the JSON of a review");
        }
    }

    private static JsonNode tree(JsonParser json) throws IOException {
        return MAPPER.readTree(json);
    }

    /** A listing of customers that broke off has a gap without a customer. */
    private void completeness(JsonNode completeness) {
        for (JsonNode gap : completeness.path("gaps")) {
            whole = false;
            listingComplete &= !gap.path("customer").isNull()
                    || !gap.path("source").asText().equals(Dataset.CUSTOMERS.label());
        }
    }

    private void customers(JsonParser json, JsonToken start) throws IOException {
        if (start != JsonToken.START_ARRAY) {
            throw new BaselineException("has no list of customers");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            CustomerView customer = MAPPER.readValue(json, CustomerView.class);
            Map<String, FindingView> own = new LinkedHashMap<>();
            for (FindingView finding : customer.findings()) {
                requireKnown(finding);
                own.put(finding.id(), finding);
            }
            findings += own.size();
            if (findings > MAX_FINDINGS) {
                throw new BaselineException(
                        "has more than " + MAX_FINDINGS + " findings; compare fewer kinds with --only in both reviews");
            }
            customers.put(
                    key(customer.vendor(), customer.id()),
                    new BaselineCustomer(
                            customer.id(),
                            customer.organization(),
                            FindingEvidence.of(customer),
                            own.isEmpty() ? Map.of() : own));
        }
    }

    /** Keeps the findings about tenants that only the license vendor has. */
    private void unmatched(JsonNode byVendor) throws IOException {
        for (JsonNode tenants : byVendor) {
            for (JsonNode node : tenants) {
                UnmatchedTenantView tenant = MAPPER.treeToValue(node, UnmatchedTenantView.class);
                FindingView finding = tenant.finding();
                if (finding != null) {
                    requireKnown(finding);
                    unmatched.put(finding.id(), tenant);
                }
            }
        }
    }

    /** Removes and returns whether the baseline has a finding about an unmatched tenant. */
    boolean takeUnmatched(String id) {
        return unmatched.remove(id) != null;
    }

    /** Returns the tenants with a finding that were not taken. */
    List<UnmatchedTenantView> restOfUnmatched() {
        return List.copyOf(unmatched.values());
    }

    /** Returns whether the baseline has no gap. */
    boolean whole() {
        return whole;
    }

    private static void requireKnown(FindingView finding) {
        FindingKind.valueOf(finding.kind());
        Severity.valueOf(finding.severity());
        Objects.requireNonNull(finding.id());
        Objects.requireNonNull(finding.text());
    }

    private static String key(String vendor, String id) {
        return new CustomerId(new Vendor(vendor), id).canonical();
    }

    private void exclusions(JsonNode exclusions) throws IOException {
        for (JsonNode node : exclusions) {
            ExclusionView exclusion = MAPPER.treeToValue(node, ExclusionView.class);
            if (exclusion.inForce()
                    && Exclusion.SuppressedOutput.EVERYWHERE.name().equals(exclusion.scope())) {
                hidden.add(exclusion);
            }
        }
    }

    private void requireHeader() throws BaselineException {
        if (schemaVersion == 0 || generatedAt.isEmpty() || seatsFrom.isEmpty()) {
            throw new BaselineException("is JSON, but not that of a review");
        }
        if (schemaVersion != ReviewOutputHeader.SCHEMA_VERSION) {
            throw new BaselineException("has schemaVersion " + schemaVersion + ", and this version writes "
                    + ReviewOutputHeader.SCHEMA_VERSION + OTHER_VERSION);
        }
        if (scope == null || scope.account() == null) {
            throw new BaselineException(
                    "has no account in its scope, so an earlier version or another program wrote it" + OTHER_VERSION);
        }
    }

    /**
     * Checks that a review can be compared with this baseline.
     *
     * @throws BaselineException if the baseline is of other vendors or another account
     */
    public void requireComparable(ReviewOutputHeader review) throws BaselineException {
        if (!seatsFrom.equals(review.seatsFrom()) || !Objects.equals(licensesFrom, review.licensesFrom())) {
            throw new BaselineException("is of " + vendors(seatsFrom, licensesFrom) + ", and this review is of "
                    + vendors(review.seatsFrom(), review.licensesFrom()));
        }
        String account = review.fingerprint().account();
        if (account == null || !account.equals(scope().account())) {
            throw new BaselineException("is of another account: host, tenant or client id of a vendor differ");
        }
    }

    private static String vendors(String seats, @Nullable String licenses) {
        return licenses == null ? seats + " without licenses" : seats + " and " + licenses;
    }

    private ScopeView scope() {
        return Objects.requireNonNull(scope);
    }

    /** Returns the start of the review, in ISO 8601. */
    public String generatedAt() {
        return generatedAt;
    }

    /** Removes and returns a customer; {@code null} if the baseline does not have it. */
    @Nullable
    BaselineCustomer take(CustomerView customer) {
        return customers.remove(key(customer.vendor(), customer.id()));
    }

    /** Returns the customers that were not taken. */
    List<BaselineCustomer> rest() {
        return List.copyOf(customers.values());
    }

    /** Returns whether the policies of both reviews find the same. */
    boolean hasPolicy(@Nullable String policy) {
        return policy != null && policy.equals(scope().policy());
    }

    /** Returns whether the baseline has findings of a kind. */
    boolean shows(FindingKind kind) {
        List<String> only = scope().findings();
        return only == null || only.contains(kind.name());
    }

    /** Returns the codes of the reviewed products. */
    Set<String> products() {
        List<String> products = scope().products();
        return products == null ? Set.of() : new HashSet<>(products);
    }

    /** Returns why the baseline may have left out a customer; {@code null} if it had all customers. */
    @Nullable
    String doubtOfCustomers() {
        if (scope().customers() != null) {
            return "the baseline is of other customers";
        }
        return listingComplete ? null : "the listing of customers of the baseline is incomplete";
    }

    /** Returns the exclusions in force that hid findings. */
    List<ExclusionView> hidden() {
        return hidden;
    }
}
