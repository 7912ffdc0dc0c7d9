package dev.seatport.demo.plugin;

import dev.seatport.domain.customer.Customer;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Vendor whose settings are valid, and the checks that it supports.
 *
 * @param operations all operations of the vendor, including {@code customers}
 * @param tokenOf requests a token for an operation
 * @param suitableCustomer selects a customer for the probes
 * @param probes one cheap request per further port
 * @param hint advice about a problem that no response shows, printed with the check of the customers
 * @param certificate the signing certificate; {@code null} if the vendor uses a client secret
 * @param consent the check of each customer's consent; {@code null} if one consent covers all customers
 */
public record HealthCheckTarget(
        List<VendorOperation> operations,
        Function<VendorOperation, CompletionStage<TokenMetadata>> tokenOf,
        CustomerDirectory customers,
        Predicate<Customer> suitableCustomer,
        List<PortProbe> probes,
        @Nullable String hint,
        @Nullable SigningCertificate certificate,
        @Nullable ConsentProbe consent) {
    /** Creates a target of a vendor whose consent covers all customers. */
    public HealthCheckTarget(
            List<VendorOperation> operations,
            Function<VendorOperation, CompletionStage<TokenMetadata>> tokenOf,
            CustomerDirectory customers,
            Predicate<Customer> suitableCustomer,
            List<PortProbe> probes,
            @Nullable String hint,
            @Nullable SigningCertificate certificate) {
        this(operations, tokenOf, customers, suitableCustomer, probes, hint, certificate, null);
    }

    /**
     * Cheap request that checks one port.
     *
     * @param operation name of the operation
     * @param send sends the request for a customer; completes with a short description of the result. Returns {@code null} if the
     *     customer has no data for it
     */
    public record PortProbe(String operation, Function<Customer, @Nullable CompletionStage<String>> send) {}

    /**
     * Check of each customer's consent to the app registration.
     *
     * @param tokenOf requests a token for a customer's data. Fails with {@code PERMISSION_DENIED} without a consent, and with
     *     {@code NOT_FOUND} if the vendor has no such customer. Another failure leaves the consent unknown
     * @param consentAdvice instruction for a customer without a consent
     * @param notFoundAdvice instruction for a listed customer that the vendor does not find
     */
    public record ConsentProbe(
            Function<Customer, CompletionStage<TokenMetadata>> tokenOf, String consentAdvice, String notFoundAdvice) {}
}
