package dev.seatport.demo.doctor;

import dev.seatport.demo.doctor.Check.Status;
import dev.seatport.demo.doctor.Doctor.CheckListener;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.http.spi.TokenInfo;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/** The checks of one vendor: what fails leaves the others running, where they do not need it. */
final class VendorHealthCheck {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration FAR_APART = Duration.ofMinutes(5);
    private static final String CUSTOMERS = "customers";

    private final String vendor;
    private final HealthCheckTarget healthCheckTarget;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final CheckListener checkListener;
    private final Set<String> withoutToken = new HashSet<>();
    private boolean well = true;
    private boolean clockTold;

    VendorHealthCheck(
            String vendor,
            HealthCheckTarget healthCheckTarget,
            InstantSource clock,
            LongSupplier nanos,
            CheckListener checkListener) {
        this.vendor = vendor;
        this.healthCheckTarget = healthCheckTarget;
        this.clock = clock;
        this.nanos = nanos;
        this.checkListener = checkListener;
    }

    /** Whether nothing failed. */
    boolean run() throws IOException, InterruptedException {
        if (healthCheckTarget.certificate() != null) {
            certificate(healthCheckTarget.certificate());
        }
        for (Map.Entry<String, List<VendorOperation>> scope : byScope().entrySet()) {
            token(scope.getKey(), scope.getValue());
        }
        Optional<Customer> customer = customers();
        for (HealthCheckTarget.PortProbe portProbe : healthCheckTarget.reads()) {
            read(portProbe, customer);
        }
        return well;
    }

    private void take(Check check) throws IOException {
        well &= check.status() != Status.FAILED;
        checkListener.take(check);
    }

    private void certificate(SigningCertificate certificate) throws IOException {
        Instant end = certificate.certificate().getNotAfter().toInstant();
        String what =
                "the certificate is good until " + end.atZone(ZoneOffset.UTC).toLocalDate();
        String advice = "register a new certificate with " + vendor + ", and set seatport." + vendor + ".certificate";
        Instant now = clock.instant();
        if (!certificate.validAt(now)) {
            take(Check.failed(
                    vendor, "certificate", what + (now.isBefore(end) ? ", but not yet" : ": it is expired"), advice));
        } else if (end.isBefore(now.plus(SOON))) {
            take(Check.warn(
                    vendor,
                    "certificate",
                    what + ": " + Duration.between(now, end).toDays() + " days left",
                    advice));
        } else {
            take(Check.ok(vendor, "certificate", what, null));
        }
    }

    /** Operations by the scope that they need, in the vendor's order; {@code ""} where tokens carry all. */
    private Map<String, List<VendorOperation>> byScope() {
        Map<String, List<VendorOperation>> scopes = new LinkedHashMap<>();
        for (VendorOperation vendorOperation : healthCheckTarget.operations()) {
            scopes.computeIfAbsent(scope(vendorOperation), key -> new ArrayList<>())
                    .add(vendorOperation);
        }
        return scopes;
    }

    private static String scope(VendorOperation vendorOperation) {
        @Nullable String scope = vendorOperation.scope();
        return scope == null ? "" : scope;
    }

    private void token(String scope, List<VendorOperation> operations) throws IOException, InterruptedException {
        String name = scope.isEmpty() ? "token" : "token " + scope;
        String purpose = " (for "
                + String.join(
                        ", ", operations.stream().map(VendorOperation::name).toList()) + ")";
        long asked = nanos.getAsLong();
        try {
            TokenInfo tokenInfo = await(healthCheckTarget.access().apply(operations.get(0)));
            String what = "got one in " + seconds(nanos.getAsLong() - asked) + ", it lives "
                    + tokenInfo.life().toMinutes() + " min" + granted(tokenInfo) + purpose;
            take(
                    tokenInfo.refusedSilently()
                            ? Check.failed(vendor, name, what, "grant the app registration the scope " + scope)
                            : Check.ok(vendor, name, what, null));
            clock(tokenInfo);
        } catch (VendorException e) {
            withoutToken.add(scope);
            take(Check.failed(vendor, name, what(e) + purpose, advice(e)));
        }
    }

    private static String granted(TokenInfo tokenInfo) {
        @Nullable Set<String> granted = tokenInfo.granted();
        return granted == null
                ? ""
                : ", it carries " + String.join(" ", granted.stream().sorted().toList());
    }

    private void clock(TokenInfo tokenInfo) throws IOException {
        Duration ahead = tokenInfo.clockAhead();
        if (clockTold || ahead == null || ahead.abs().compareTo(FAR_APART) <= 0) {
            return;
        }
        clockTold = true;
        take(Check.warn(
                vendor,
                "clock",
                "this machine's clock is " + ahead.abs().toMinutes() + " min "
                        + (ahead.isNegative() ? "behind" : "ahead of") + " the vendor's",
                "set the clock: a certificate's proof is refused by a clock that differs"));
    }

    private Optional<Customer> customers() throws IOException, InterruptedException {
        if (lacksToken(CUSTOMERS)) {
            take(Check.skipped(vendor, CUSTOMERS, "there is no token for it", null));
            return Optional.empty();
        }
        try {
            Optional<Customer> first =
                    await(FirstMatch.of(healthCheckTarget.customers().all(), healthCheckTarget.suited()));
            take(
                    first.isPresent()
                            ? Check.ok(vendor, CUSTOMERS, "the first " + count() + "came", healthCheckTarget.hint())
                            : Check.warn(
                                    vendor,
                                    CUSTOMERS,
                                    "the vendor lists no customers",
                                    healthCheckTarget.hint() == null ? "check the account" : healthCheckTarget.hint()));
            return first;
        } catch (VendorException e) {
            take(Check.failed(vendor, CUSTOMERS, what(e), advice(e)));
            return Optional.empty();
        }
    }

    /** How many there are, where the vendor says so: it may not, and that is no illness. */
    private String count() throws InterruptedException {
        try {
            Quantity count = await(healthCheckTarget.customers().count());
            return count.isReported() ? "of " + count.count().getAsLong() + " customers " : "customer ";
        } catch (VendorException e) {
            return "customer ";
        }
    }

    private void read(HealthCheckTarget.PortProbe portProbe, Optional<Customer> customer)
            throws IOException, InterruptedException {
        String name = portProbe.operation();
        if (lacksToken(name)) {
            take(Check.skipped(vendor, name, "there is no token for it", null));
            return;
        }
        @Nullable
        CompletionStage<String> answer = customer.map(portProbe.asking()).orElse(null);
        if (answer == null) {
            take(Check.skipped(vendor, name, "no customer was found that it could be tried with", null));
            return;
        }
        try {
            take(Check.ok(vendor, name, await(answer), null));
        } catch (VendorException e) {
            take(
                    e.kind() == FailureKind.NOT_FOUND
                            ? Check.warn(vendor, name, what(e), "may be so for this customer; try another one")
                            : Check.failed(vendor, name, what(e), advice(e)));
        }
    }

    private boolean lacksToken(String vendorOperation) {
        return healthCheckTarget.operations().stream()
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
            throw new IllegalStateException("a port failed with what no port promises", e.getCause());
        }
    }

    /** What happened, without whose call it was: the row says that already. */
    private static String what(VendorException failure) {
        String prefix = failure.vendor() + " " + failure.operation() + ": ";
        String message = failure.getMessage();
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private static String advice(VendorException failure) {
        String settings = "seatport." + failure.vendor() + ".";
        return switch (failure.kind()) {
            case AUTHENTICATION_FAILED ->
                "check " + settings + "client-id, its secret or certificate, and " + settings + "token-url";
            case PERMISSION_DENIED ->
                "grant the app registration "
                        + failure.missingScope()
                                .map(scope -> "the scope " + scope)
                                .orElse("this permission")
                        + " and consent to it";
            case UNAVAILABLE ->
                "check " + settings + "base-url, " + settings
                        + "token-url and seatport.proxy; for TLS, seatport.ca-file "
                        + "must name the CA file of a proxy that breaks it open";
            case TIMED_OUT -> "check the network, seatport.proxy and " + settings + "request-timeout";
            case RATE_LIMITED ->
                "set " + settings + "requests-per-second to what the vendor grants you, or try again later";
            case OVERLOADED -> "try again later";
            case INVALID_REQUEST ->
                "check " + settings
                        + "token-url and the client id, and the resource and scope where the vendor wants them";
            default -> "check " + settings + "base-url and " + settings + "token-url";
        };
    }
}
