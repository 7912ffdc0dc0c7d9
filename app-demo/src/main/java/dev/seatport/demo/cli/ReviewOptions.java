package dev.seatport.demo.cli;

import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Product;
import dev.seatport.http.spi.BoundedFileReader;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.ReviewedCustomerLookup;
import dev.seatport.reports.format.ReviewFormat;
import dev.seatport.reports.format.ReviewOutputOptions;
import dev.seatport.reports.format.ReviewOutputOptions.CustomerOrder;
import dev.seatport.reports.format.ReviewRows;
import dev.seatport.reports.policy.Policy;
import dev.seatport.reports.policy.PolicyFileReader;
import dev.seatport.reports.review.ReviewBaseline;
import dev.seatport.reports.review.ReviewFingerprint;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ScopeFingerprint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options of {@code seatport review}. Combines them with the policy file and the settings into a review request. */
final class ReviewOptions {
    /** Permits a rerun in the same night and excludes the data of the night before. */
    private static final Duration DEFAULT_RESUME_WITHIN = Duration.ofHours(12);

    private static final Duration MAX_RESUME_WITHIN = Duration.ofDays(366);

    private final OptionSpec policyFile = OptionSpec.builder("--policy")
            .type(Path.class)
            .paramLabel("FILE")
            .description("read products, thresholds, exclusions and prices from FILE (YAML or properties)")
            .build();

    private final BaselineOption comparison = new BaselineOption();

    private final OptionSpec only = OptionSpec.builder("--only")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(List.of())
            .splitRegex(",")
            .paramLabel("KIND")
            .description("report only findings of these kinds: " + kinds())
            .build();

    private final OptionSpec customers = OptionSpec.builder("--customer")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(List.of())
            .paramLabel("CUSTOMER")
            .description("review only this customer, by id or name; may be repeated")
            .build();

    private final OptionSpec unmatchedLicenses = OptionSpec.builder("--unmatched-licenses")
            .type(boolean.class)
            .initialValue(false)
            .description("also read the licenses of tenants without backup")
            .build();

    private final OptionSpec resume;
    private final OptionSpec resumeWithin;
    private final boolean resumable;

    private final OptionSpec all = OptionSpec.builder("--all")
            .type(boolean.class)
            .initialValue(false)
            .description("table: list every customer and every finding")
            .build();

    private final OptionSpec sort = OptionSpec.builder("--sort")
            .type(CustomerOrder.class)
            .paramLabel("ORDER")
            .description("table: order by severity (default), name, difference, listing, or money (currency first)")
            .build();

    private final OptionSpec limit = OptionSpec.builder("--limit")
            .type(Integer.class)
            .paramLabel("N")
            .description("table: at most N customers and findings of a kind")
            .build();

    private final OptionSpec rows = OptionSpec.builder("--rows")
            .type(ReviewRows.class)
            .initialValue(ReviewRows.FINDINGS)
            .paramLabel("ROWS")
            .description(
                    "csv, ndjson: findings, or positions for the numbers of every customer, tenant, product and SKU"
                            + " (default: findings)")
            .build();

    private final OptionSpec perCustomer = OptionSpec.builder(FileConflictDetector.PER_CUSTOMER)
            .type(Path.class)
            .paramLabel("FOLDER")
            .description("also write an HTML page per customer to FOLDER, to send, and " + ReviewFormat.CUSTOMER_INDEX
                    + " for you")
            .build();

    private @Nullable Policy defaultPolicy;

    private ReviewOptions(boolean resumable) {
        this.resumable = resumable;
        resume = OptionSpec.builder("--resume")
                .type(Path.class)
                .paramLabel("FILE")
                .description("save complete customers in FILE; the next run with this FILE reads only the others")
                .hidden(!resumable)
                .build();
        resumeWithin = OptionSpec.builder("--resume-within")
                .type(String.class)
                .paramLabel("AGE")
                .description("read customers again whose data in FILE is older; PT0S to P366D (default: PT12H)")
                .hidden(!resumable)
                .build();
    }

    /** Creates the options of a review that can be resumed. */
    ReviewOptions() {
        this(true);
    }

    /** Creates the options of a review of vendors that end with it, so that no later command can resume it. */
    static ReviewOptions notResumable() {
        return new ReviewOptions(false);
    }

    List<ArgSpec> options() {
        return Stream.concat(
                        comparison.options().stream(),
                        Stream.of(
                                policyFile,
                                only,
                                customers,
                                unmatchedLicenses,
                                resume,
                                resumeWithin,
                                rows,
                                perCustomer,
                                all,
                                sort,
                                limit))
                .toList();
    }

    /** Returns the option {@code --policy}, for a command that has no other option of a review. */
    ArgSpec policyOption() {
        return policyFile;
    }

    /** Returns whether {@code --policy} is given. */
    boolean hasPolicy() {
        return policyFile.getValue() != null;
    }

    /** Sets the policy of a review without {@code --policy}. Without it, that policy has all defaults. */
    void setDefaultPolicy(Policy policy) {
        defaultPolicy = policy;
    }

    /** Returns the policy of {@code --policy}, or the default policy without that option. */
    Policy policy(VendorRegistry vendorRegistry) {
        Path file = policyFile.getValue();
        if (file != null) {
            return PolicyFileReader.read(
                    file,
                    BoundedFileReader::read,
                    vendorRegistry.seats().vendor(),
                    vendorRegistry.seats().catalogue(),
                    vendorRegistry.freeSkus());
        }
        return defaultPolicy != null
                ? defaultPolicy
                : new Policy(
                        ReviewPolicy.builder()
                                .freeSkus(vendorRegistry.freeSkus())
                                .build(),
                        List.of());
    }

    /**
     * Checks all that needs no settings, so that a wrong argument is reported before a missing setting.
     *
     * @throws UsageException if an option cannot be used
     */
    void requireUsable(CommandContext context) {
        output(context);
        failOn();
        resumeWithin();
        only();
        customers().forEach(CustomerAndTenantArguments::requireCustomer);
        requireAllCustomersForUnmatchedLicenses();
        comparison.requireFile();
        Path policy = policyFile.getValue();
        if (policy != null) {
            PolicyFileReader.requireFile(policy, BoundedFileReader::read);
        }
    }

    /**
     * Checks that a list by money has amounts.
     *
     * @throws UsageException if the policy has no prices
     */
    void requirePrices(Policy policy) {
        if (sort.getValue() == CustomerOrder.MONEY && policy.prices().isEmpty()) {
            throw new UsageException(
                    "--sort money needs prices; add 'prices' to the policy and name it with --policy FILE");
        }
    }

    /**
     * Returns the layout of the result.
     *
     * @throws UsageException if an option of the table is given for another format, or the limit is below 1
     */
    ReviewOutputOptions output(CommandContext context) {
        CustomerOrder order = sort.getValue();
        Integer most = limit.getValue();
        if (most != null && most < 1) {
            throw new UsageException("--limit " + most + " is not allowed; allowed values: whole numbers from 1");
        }
        boolean list = all.<Boolean>getValue() || order != null || most != null;
        if (list && context.reviewFormat() != ReviewFormat.TABLE) {
            throw new UsageException(
                    "--all, --sort and --limit need --format table; the other formats have every customer");
        }
        ReviewRows kind = rows.getValue();
        if (!context.reviewFormat().supports(kind)) {
            throw new UsageException("--rows positions needs another format; allowed values: --format csv, ndjson");
        }
        return context.reviewOutputOptions()
                .rows(kind)
                .allCustomers(list)
                .order(order == null ? CustomerOrder.SEVERITY : order)
                .limit(most == null ? ReviewOutputOptions.UNBOUNDED : most)
                .build();
    }

    Optional<BaselineOption.FailThreshold> failOn() {
        return comparison.failOn();
    }

    /** Returns the earlier review to compare with; {@code null} without {@code --baseline}. */
    @Nullable
    ReviewBaseline baseline(ReviewOutputHeader head) {
        return comparison.read(head);
    }

    Optional<Path> resume() {
        return Optional.ofNullable(resume.getValue());
    }

    /** Returns whether another command can resume the review. */
    boolean isResumable() {
        return resumable;
    }

    /** Rejects {@code --resume} where no later command can resume the review. */
    void requireResumable() {
        if (!resumable && (resume().isPresent() || resumeWithin.getValue() != null)) {
            throw new UsageException(
                    "a demo cannot be resumed, because its vendors end with it; run 'seatport sandbox --output"
                            + " sandbox.properties', and then 'seatport review --config sandbox.properties --resume FILE'");
        }
    }

    /** Returns the folder of the pages for customers. */
    Optional<Path> perCustomer() {
        return Optional.ofNullable(perCustomer.getValue());
    }

    /**
     * Returns the maximum age of a customer's data in the file of {@code --resume}.
     *
     * @throws UsageException if the option is not a duration in the allowed range, or {@code --resume} is missing
     */
    Duration resumeWithin() {
        String text = resumeWithin.getValue();
        if (text == null) {
            return DEFAULT_RESUME_WITHIN;
        }
        if (resume().isEmpty()) {
            throw new UsageException("--resume-within needs --resume FILE");
        }
        try {
            Duration maxAge = Duration.parse(text.strip());
            if (!maxAge.isNegative() && maxAge.compareTo(MAX_RESUME_WITHIN) <= 0) {
                return maxAge;
            }
        } catch (DateTimeParseException e) {
            throw invalidResumeWithin(text);
        }
        throw invalidResumeWithin(text);
    }

    private static UsageException invalidResumeWithin(String text) {
        return new UsageException("--resume-within '" + text
                + "' is not a valid age; allowed values: an ISO-8601 duration from PT0S to P366D");
    }

    /** Returns the finding kinds of {@code --only}, as enum names; empty for all kinds. */
    Set<String> only() {
        return only.<List<String>>getValue().stream()
                .map(ReviewOptions::kind)
                .map(FindingKind::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static FindingKind kind(String name) {
        String constant = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(FindingKind.values())
                .filter(kind -> kind.name().equals(constant))
                .findFirst()
                .orElseThrow(
                        () -> new UsageException("unknown finding kind '" + name + "'; allowed values: " + kinds()));
    }

    private static String kinds() {
        return Arrays.stream(FindingKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /** Returns the customers of {@code --customer} as they were named; empty for all customers. */
    List<String> customers() {
        return customers.getValue();
    }

    /**
     * Returns the ids of the customers of {@code --customer}; empty for all customers. Sends requests to the seat vendor.
     *
     * @throws dev.seatport.ports.failure.VendorException if a name is ambiguous, or the listing of customers fails
     */
    List<CustomerId> customers(CommandContext context, VendorRegistry vendorRegistry) throws Exception {
        List<String> named = customers();
        if (named.isEmpty()) {
            return List.of();
        }
        SeatVendorPorts seats = vendorRegistry.seats().seatPorts();
        return VendorCommandRunner.await(
                context.customers(seats.vendor(), seats.customers()).resolve(named));
    }

    /** Returns the products of the policy, or those of the settings if the policy has none. */
    private static List<Product> products(VendorRegistry vendorRegistry, Policy policy) {
        return policy.products().isEmpty()
                ? vendorRegistry.products()
                : policy.products().stream()
                        .map(vendorRegistry.seats().catalogue()::byCode)
                        .toList();
    }

    private void requireAllCustomersForUnmatchedLicenses() {
        if (unmatchedLicenses.<Boolean>getValue() && !customers().isEmpty()) {
            throw new UsageException("--unmatched-licenses needs a review of all customers; remove --customer");
        }
    }

    /** Rejects {@code --unmatched-licenses} in a review that looks for no such tenants. */
    private boolean unmatchedLicenses(VendorRegistry vendorRegistry) {
        boolean read = unmatchedLicenses.getValue();
        requireAllCustomersForUnmatchedLicenses();
        if (read && vendorRegistry.licensesOfReview().isEmpty()) {
            throw new UsageException("--unmatched-licenses needs a license vendor; set "
                    + CommonSettings.REVIEW_LICENSES_FROM.key() + " to another value than none");
        }
        return read;
    }

    ReviewRequest request(
            VendorRegistry vendorRegistry,
            Policy policy,
            List<CustomerId> reviewed,
            ReviewedCustomerLookup reviewCheckpoint) {
        return ReviewRequest.of(products(vendorRegistry, policy))
                .policy(policy.review())
                .customers(reviewed)
                .checkpoint(reviewCheckpoint)
                .unmatchedLicenses(unmatchedLicenses(vendorRegistry))
                .build();
    }

    /** Returns account, policy and products of this review, for a later comparison. Without secrets. */
    ReviewFingerprint reviewFingerprint(VendorRegistry vendorRegistry, Policy policy) {
        return ReviewFingerprint.of(
                new ScopeFingerprint()
                        .add("seats", vendorRegistry.account(vendorRegistry.seats()))
                        .add("licenses", vendorRegistry.licenseAccount())
                        .text(),
                policy.review(),
                products(vendorRegistry, policy).stream().map(Product::code).toList());
    }

    /** Returns a fingerprint of the scope of this review. A checkpoint file with another fingerprint is of another review. */
    String fingerprint(VendorRegistry vendorRegistry, Policy policy, List<CustomerId> reviewed) {
        ScopeFingerprint scopeFingerprint = new ScopeFingerprint()
                .add("seats", vendorRegistry.account(vendorRegistry.seats()))
                .add("licenses", vendorRegistry.licenseAccount())
                .add("products", products(vendorRegistry, policy).toString())
                .add("free-skus", freeSkus(policy))
                .add(
                        "customers",
                        reviewed.stream().map(CustomerId::canonical).toList().toString());
        if (!policy.text().isEmpty()) {
            scopeFingerprint.add("policy", policy.text());
        }
        return scopeFingerprint.text();
    }

    /** Returns the free SKUs in a fixed order. They decide the findings, and the list of a vendor may change with the build. */
    private static String freeSkus(Policy policy) {
        return policy.review().freeSkus().stream()
                .sorted()
                .map(SkuId::canonical)
                .toList()
                .toString();
    }
}
