package dev.seatport.demo.doctor;

import dev.seatport.demo.config.VendorSettings;
import dev.seatport.demo.doctor.CheckResult.Status;
import dev.seatport.demo.doctor.Doctor.CheckListener;
import dev.seatport.demo.plugin.HealthCheckTarget;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.BlockingRows;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs the checks of one vendor. A failed check skips only the checks that depend on it. */
final class VendorHealthCheck {
    private static final Duration EXPIRY_WARNING = Duration.ofDays(30);
    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final String CUSTOMERS = "customers";
    private static final String CONSENT = "consent";
    private static final String RETRY_ADVICE = "correct the failures, then check again";

    private final String vendor;
    private final VendorSettings settings;
    private final HealthCheckTarget target;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final CheckListener checkListener;
    private final Set<String> withoutToken = new HashSet<>();
    private boolean healthy = true;
    private boolean clockReported;

    VendorHealthCheck(
            VendorPlugin plugin,
            HealthCheckTarget target,
            InstantSource clock,
            LongSupplier nanos,
            CheckListener checkListener) {
        this.vendor = plugin.name();
        this.settings = plugin.settings();
        this.target = target;
        this.clock = clock;
        this.nanos = nanos;
        this.checkListener = checkListener;
    }

    /** Runs all checks. Returns whether none failed. */
    boolean run() throws IOException, InterruptedException {
        if (target.certificate() != null) {
            checkCertificate(target.certificate());
        }
        for (Map.Entry<String, List<VendorOperation>> scope : byScope().entrySet()) {
            checkToken(scope.getKey(), scope.getValue());
        }
        Optional<Customer> customer = checkCustomers();
        if (target.consent() != null) {
            customer = checkConsent(target.consent(), customer.isPresent());
        }
        for (HealthCheckTarget.PortProbe probe : target.probes()) {
            checkPort(probe, customer);
        }
        return healthy;
    }

    private void report(CheckResult check) throws IOException {
        healthy &= check.status() != Status.FAILED;
        checkListener.onCheck(check);
    }

    private void checkCertificate(SigningCertificate certificate) throws IOException {
        Instant end = certificate.certificate().getNotAfter().toInstant();
        String what =
                "the certificate is valid until " + end.atZone(ZoneOffset.UTC).toLocalDate();
        String advice = "register a new certificate with " + vendor + ", and set " + key("certificate");
        Instant now = clock.instant();
        if (!certificate.isValidAt(now)) {
            report(CheckResult.failed(
                    vendor,
                    "certificate",
                    what + (now.isBefore(end) ? ", but not valid yet" : ": it has expired"),
                    advice));
        } else if (end.isBefore(now.plus(EXPIRY_WARNING))) {
            report(CheckResult.warn(
                    vendor,
                    "certificate",
                    what + ": " + Duration.between(now, end).toDays() + " days left",
                    advice));
        } else {
            report(CheckResult.ok(vendor, "certificate", what, null));
        }
    }

    /** Groups the operations by scope, in the order of the vendor. The scope is {@code ""} if one token covers all operations. */
    private Map<String, List<VendorOperation>> byScope() {
        Map<String, List<VendorOperation>> scopes = new LinkedHashMap<>();
        for (VendorOperation vendorOperation : target.operations()) {
            scopes.computeIfAbsent(scope(vendorOperation), key -> new ArrayList<>())
                    .add(vendorOperation);
        }
        return scopes;
    }

    private static String scope(VendorOperation vendorOperation) {
        @Nullable String scope = vendorOperation.scope();
        return scope == null ? "" : scope;
    }

    private void checkToken(String scope, List<VendorOperation> operations) throws IOException, InterruptedException {
        String name = scope.isEmpty() ? "token" : "token " + scope;
        String operationNames = " (for "
                + String.join(
                        ", ", operations.stream().map(VendorOperation::name).toList()) + ")";
        long start = nanos.getAsLong();
        try {
            TokenMetadata tokenMetadata = await(target.tokenOf().apply(operations.get(0)));
            String what = "received in " + seconds(nanos.getAsLong() - start) + ", valid for "
                    + tokenMetadata.lifetime().toMinutes() + " min" + granted(tokenMetadata) + operationNames;
            report(
                    tokenMetadata.isScopeMissing()
                            ? CheckResult.failed(
                                    vendor,
                                    name,
                                    what,
                                    "grant " + scope + " to the app registration and give admin consent")
                            : CheckResult.ok(vendor, name, what, null));
            checkClock(tokenMetadata);
        } catch (VendorException e) {
            withoutToken.add(scope);
            report(CheckResult.failed(vendor, name, what(e) + operationNames, advice(e, true)));
        }
    }

    private static String granted(TokenMetadata tokenMetadata) {
        @Nullable Set<String> granted = tokenMetadata.grantedScopes();
        return granted == null
                ? ""
                : ", with the scopes "
                        + String.join(" ", granted.stream().sorted().toList());
    }

    private void checkClock(TokenMetadata tokenMetadata) throws IOException {
        Duration ahead = tokenMetadata.clockAhead();
        if (clockReported || ahead == null || ahead.abs().compareTo(MAX_CLOCK_DIFFERENCE) <= 0) {
            return;
        }
        clockReported = true;
        report(CheckResult.warn(
                vendor,
                "clock",
                "this machine's clock is " + ahead.abs().toMinutes() + " min "
                        + (ahead.isNegative() ? "behind" : "ahead of") + " the vendor's",
                "set the clock of this machine; the vendor rejects a certificate login whose time is wrong"));
    }

    private Optional<Customer> checkCustomers() throws IOException, InterruptedException {
        if (hasNoToken(CUSTOMERS)) {
            report(CheckResult.skipped(vendor, CUSTOMERS, "no token for this operation", null));
            return Optional.empty();
        }
        try {
            Optional<Customer> first = await(FirstMatch.of(target.customers().all(), target.suitableCustomer()));
            report(
                    first.isPresent()
                            ? CheckResult.ok(vendor, CUSTOMERS, "read the first " + customerCount(), target.hint())
                            : CheckResult.warn(
                                    vendor,
                                    CUSTOMERS,
                                    "the vendor lists no customers",
                                    target.hint() == null
                                            ? "check that the client id belongs to the right account"
                                            : target.hint()));
            return first;
        } catch (VendorException e) {
            report(CheckResult.failed(vendor, CUSTOMERS, what(e), advice(e)));
            return Optional.empty();
        }
    }

    /** Returns the number of customers in words. A vendor that does not report it passes the check. */
    private String customerCount() throws InterruptedException {
        try {
            Quantity count = await(target.customers().count());
            return count.isReported() ? "of " + count.count().getAsLong() + " customers" : "customer";
        } catch (VendorException e) {
            return "customer";
        }
    }

    /**
     * Checks the consent of all customers, and prints one row for each without it and one for each failure. Returns the first customer
     * with a consent, because only that one shows whether a port works.
     */
    private Optional<Customer> checkConsent(HealthCheckTarget.ConsentProbe probe, boolean hasCustomers)
            throws IOException, InterruptedException {
        if (!hasCustomers) {
            report(CheckResult.skipped(vendor, CONSENT, "no customer found to check the consent of", null));
            return Optional.empty();
        }
        ConsentCounter counter = new ConsentCounter(probe);
        try (BlockingRows<Observed<Customer>> rows =
                BlockingRows.of(target.customers().all())) {
            for (Optional<Observed<Customer>> row = rows.next();
                    row.isPresent() && !counter.isStopped();
                    row = rows.next()) {
                counter.send(row.get().value());
            }
            counter.receiveAll();
            report(counter.summary());
        } catch (VendorException e) {
            counter.receiveAll();
            report(CheckResult.failed(vendor, CONSENT, what(e) + "; until then, " + counter.description(), advice(e)));
        }
        return Optional.ofNullable(counter.first);
    }

    /**
     * Requests the tokens of the customers, some at a time. Reports the customers without a consent and the failures, in the order of
     * the customers. Stops after some failures in a row, because each may take as long as the timeout.
     */
    private final class ConsentCounter {
        private static final int MAX_IN_FLIGHT = 16;
        private static final int MAX_FAILURES_IN_A_ROW = 3;

        private final HealthCheckTarget.ConsentProbe probe;
        private final Deque<Map.Entry<Customer, CompletionStage<TokenMetadata>>> inFlight = new ArrayDeque<>();
        private int checked;
        private int granted;
        private int failed;
        private int failedInARow;
        private @Nullable Customer first;

        ConsentCounter(HealthCheckTarget.ConsentProbe probe) {
            this.probe = probe;
        }

        void send(Customer customer) throws IOException, InterruptedException {
            if (inFlight.size() == MAX_IN_FLIGHT) {
                receive();
            }
            if (!isStopped()) {
                inFlight.add(Map.entry(customer, probe.tokenOf().apply(customer)));
            }
        }

        boolean isStopped() {
            return failedInARow >= MAX_FAILURES_IN_A_ROW;
        }

        void receiveAll() throws IOException, InterruptedException {
            while (!inFlight.isEmpty()) {
                receive();
            }
        }

        private void receive() throws IOException, InterruptedException {
            Map.Entry<Customer, CompletionStage<TokenMetadata>> next = inFlight.remove();
            Customer customer = next.getKey();
            checked++;
            try {
                await(next.getValue());
                granted++;
                first = first == null ? customer : first;
                onAnswer();
            } catch (VendorException e) {
                String what = label(customer) + ": " + what(e);
                switch (e.kind()) {
                    case PERMISSION_DENIED -> {
                        onAnswer();
                        report(CheckResult.warn(vendor, CONSENT, what, probe.consentAdvice()));
                    }
                    case NOT_FOUND -> {
                        onAnswer();
                        report(CheckResult.warn(vendor, CONSENT, what, probe.notFoundAdvice()));
                    }
                    default -> {
                        failed++;
                        if (!isStopped()) {
                            failedInARow++;
                            report(CheckResult.failed(vendor, CONSENT, what, advice(e, true)));
                        }
                    }
                }
            }
        }

        /** Ends a row of failures. Has no effect on a check that is stopped: its last tokens are only counted. */
        private void onAnswer() {
            failedInARow = isStopped() ? failedInARow : 0;
        }

        /** Returns the result of all checked customers. */
        CheckResult summary() {
            if (isStopped()) {
                return CheckResult.failed(
                        vendor,
                        CONSENT,
                        "stopped after " + failedInARow + " failures in a row: " + description(),
                        RETRY_ADVICE);
            }
            if (granted == 0) {
                return CheckResult.failed(
                        vendor,
                        CONSENT,
                        description(),
                        "check that " + key("client-id") + " is the app registration that the customers consented to");
            }
            return failed == 0
                    ? CheckResult.ok(vendor, CONSENT, description(), null)
                    : CheckResult.warn(vendor, CONSENT, description(), RETRY_ADVICE);
        }

        String description() {
            return granted + " of " + checked + " customers gave consent"
                    + (failed == 0 ? "" : ", and the check of " + failed + " failed");
        }

        private static String label(Customer customer) {
            String id = customer.id().value();
            return customer.organization().map(name -> name + " (" + id + ")").orElse(id);
        }
    }

    private void checkPort(HealthCheckTarget.PortProbe probe, Optional<Customer> customer)
            throws IOException, InterruptedException {
        String name = probe.operation();
        if (hasNoToken(name)) {
            report(CheckResult.skipped(vendor, name, "no token for this operation", null));
            return;
        }
        @Nullable CompletionStage<String> result = customer.map(probe.send()).orElse(null);
        if (result == null) {
            report(CheckResult.skipped(vendor, name, "no customer found to check this operation with", null));
            return;
        }
        try {
            report(CheckResult.ok(vendor, name, await(result), null));
        } catch (VendorException e) {
            report(
                    e.kind() == FailureKind.NOT_FOUND
                            ? CheckResult.warn(
                                    vendor,
                                    name,
                                    what(e),
                                    "this customer may have no data of this kind; try another customer")
                            : CheckResult.failed(vendor, name, what(e), advice(e)));
        }
    }

    private boolean hasNoToken(String vendorOperation) {
        return target.operations().stream()
                .filter(known -> known.name().equals(vendorOperation))
                .anyMatch(known -> withoutToken.contains(scope(known)));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    private static <T> T await(CompletionStage<T> stage) throws InterruptedException {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VendorException failure) {
                throw failure;
            }
            throw new IllegalStateException("a port failed with another exception than VendorException", e.getCause());
        }
    }

    /** Returns the message without vendor and operation, because the row names both. */
    private static String what(VendorException failure) {
        String prefix = failure.vendor() + " " + failure.operation() + ": ";
        String message = failure.getMessage();
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private String advice(VendorException failure) {
        return advice(failure, false);
    }

    private String advice(VendorException failure, boolean isTokenCheck) {
        return switch (failure.kind()) {
            case AUTHENTICATION_FAILED ->
                "check " + keys("client-id", "client-secret", "certificate", "token-url", "login-url");
            case PERMISSION_DENIED ->
                "grant " + failure.missingScope().orElse("this permission")
                        + " to the app registration and give admin consent";
            case UNAVAILABLE ->
                "check " + (isTokenCheck ? tokenUrl() : key("base-url"))
                        + " and seatport.proxy; if a proxy inspects TLS, set seatport.ca-file to its CA file";
            case TIMED_OUT -> "check the network, seatport.proxy and " + key("request-timeout");
            case RATE_LIMITED ->
                "set " + key("requests-per-second") + " to the rate that the vendor allows, or try again later";
            case OVERLOADED -> "try again later";
            case INVALID_REQUEST ->
                isTokenCheck
                        ? "check " + keys("resource", "scope", "client-id", "token-url", "login-url")
                        : "report it to the maintainers of Seatport, with the output of -v";
            default -> "check " + (isTokenCheck ? tokenUrl() : key("base-url"));
        };
    }

    /** Returns the keys of those settings that the vendor has, with "and" before the last one. */
    private String keys(String... names) {
        List<String> keys = Arrays.stream(names)
                .flatMap(name -> settings.key(name).stream())
                .toList();
        return keys.size() < 2
                ? String.join("", keys)
                : String.join(", ", keys.subList(0, keys.size() - 1)) + " and " + keys.get(keys.size() - 1);
    }

    private String tokenUrl() {
        return key("token-url", "login-url");
    }

    /** Returns the key of a setting; its first name in words if the vendor has no such setting. */
    private String key(String... names) {
        return settings.key(names).orElse("the vendor's " + names[0]);
    }
}
