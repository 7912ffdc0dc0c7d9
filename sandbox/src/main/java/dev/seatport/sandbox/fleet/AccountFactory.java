package dev.seatport.sandbox.fleet;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A customer's rows in C3. */
final class AccountFactory {
    private static final LocalDateTime FIRST_SIGNUP = LocalDateTime.of(2021, 3, 1, 8, 0, 1, 380_000_000);
    private static final int MINUTES_OF_SIGNUPS = 4 * 365 * 24 * 60;
    private static final List<String> PLANS =
            List.of("CSP All Products", "Modern Work,--annual_2024", "Modern Work and Azure", "Nonprofit");

    private final String customerId;
    private final int index;
    private final Trait trait;
    private final Company company;
    private final SplittableRandom random;

    AccountFactory(String customerId, int index, Trait trait, Company company, SplittableRandom random) {
        this.customerId = customerId;
        this.index = index;
        this.trait = trait;
        this.company = company;
        this.random = random;
    }

    List<SimulatedAccount> accounts(List<MicrosoftTenant> tenants) {
        List<SimulatedAccount> accounts = new ArrayList<>();
        for (MicrosoftTenant tenant : tenants) {
            if (tenant.knownToC3()) {
                accounts.add(account(tenant, accounts.size()));
            }
        }
        return accounts;
    }

    private SimulatedAccount account(MicrosoftTenant tenant, int number) {
        LocalDateTime signup = FIRST_SIGNUP.plusMinutes(random.nextInt(MINUTES_OF_SIGNUPS));
        return new SimulatedAccount(
                customerId,
                company.name(),
                trait == Trait.LETTER_CASE ? tenant.id().toUpperCase(Locale.ROOT) : tenant.id(),
                tenant.name(),
                company.slug() + (number == 0 ? "" : "-" + (number + 1)) + ".onmicrosoft.example",
                tags(),
                company.country().currency(),
                signup.toString(),
                trait == Trait.NO_TENANTS ? "Pending" : "Onboarded",
                PLANS.get(random.nextInt(PLANS.size())),
                random.nextBoolean(),
                trait == Trait.DELETED_IN_C3 ? signup.plusDays(200).toString() : null,
                company.country().code(),
                tenant.licenses());
    }

    private @Nullable String tags() {
        if (index % 4 == 1) {
            return null;
        }
        String region = random.nextBoolean() ? "North" : "South";
        return "[{\"TagKey\":\"Region\",\"TagValue\":\"" + region + "\"}]";
    }
}
