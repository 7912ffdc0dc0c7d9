package dev.seatport.sandbox.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Row of C3's active customers: one C3 customer in one Microsoft tenant, with the rows of the consumption report for both ids.
 *
 * @param c3CustomerId {@code CustomerID}: C3's own id, not always a GUID
 * @param name {@code Name}
 * @param tenantId {@code TenantId}: the Microsoft tenant, as C3 spells it
 * @param tenantName {@code TenantName}
 * @param domainName {@code DomainName}
 * @param tags {@code Tags}: JSON in a string, or null
 * @param currencyCode {@code CurrencyCode}
 * @param signupDate {@code SignupDate}: local date-time without zone
 * @param onboardStatus {@code OnboardStatus}
 * @param planName {@code PlanName}
 * @param autoPay {@code AutoPay}: true is {@code Yes}
 * @param deletedOn {@code DeletedOn}: local date-time without zone, or null
 * @param marketCode {@code MarketCode}: ISO 3166 code of two letters
 * @param licenses rows of the consumption report
 */
public record SimulatedC3Customer(
        String c3CustomerId,
        String name,
        String tenantId,
        String tenantName,
        String domainName,
        @Nullable String tags,
        String currencyCode,
        String signupDate,
        String onboardStatus,
        String planName,
        boolean autoPay,
        @Nullable String deletedOn,
        String marketCode,
        List<SimulatedLicense> licenses) {
    /** Copies the licenses. */
    public SimulatedC3Customer {
        licenses = List.copyOf(licenses);
    }

    SimulatedC3Customer withLicenses(List<SimulatedLicense> value) {
        return new SimulatedC3Customer(
                c3CustomerId,
                name,
                tenantId,
                tenantName,
                domainName,
                tags,
                currencyCode,
                signupDate,
                onboardStatus,
                planName,
                autoPay,
                deletedOn,
                marketCode,
                value);
    }
}
