package dev.seatport.demo.doctor;

import dev.seatport.domain.customer.Customer;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.http.spi.TokenInfo;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What can be checked of a vendor whose settings can be used.
 *
 * @param operations what it is asked, {@code customers} among it
 * @param access sees to a token for an operation
 * @param suited which customer the other questions are best asked about
 * @param reads a cheap question per further port
 * @param hint what nobody can see from outside, told beside the customers
 * @param certificate what proves who we are, where that is no secret
 */
public record HealthCheckTarget(
        List<VendorOperation> operations,
        Function<VendorOperation, CompletionStage<TokenInfo>> access,
        CustomerDirectory customers,
        Predicate<Customer> suited,
        List<PortProbe> reads,
        @Nullable String hint,
        @Nullable SigningCertificate certificate) {

    /**
     * A cheap question.
     *
     * @param operation the name of the operation that it tries
     * @param asking asks about a customer; completes with what came, in a few words. {@code null} if there is nothing to ask of it
     */
    public record PortProbe(String operation, Function<Customer, @Nullable CompletionStage<String>> asking) {}
}
