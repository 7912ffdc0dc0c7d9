package dev.seatport.sandbox.fleet;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Generates customers from the seed and their index. Immutable. */
final class CustomerFactory {
    private static final int WORKING = 1;
    private static final int WAITING_FOR_CONFIGURATION = 3;
    private static final int MIN_USERS = 6;
    static final int MICROSOFT_BACKUP = 2048;
    private static final int MY_HUB = 60;
    private static final Map<Integer, Integer> BACKUP_BY_KIND = Map.of(
            SimulatedTenant.SALESFORCE, 32, SimulatedTenant.GOOGLE, 33554432, SimulatedTenant.DYNAMICS_365, 131072);
    /** Products that cover no kind of tenant. */
    private static final int[] OTHER_PRODUCTS = {
        1,
        4,
        40,
        41,
        42,
        49,
        MY_HUB,
        65,
        257,
        4096,
        8192,
        65536,
        4194304,
        8388608,
        16777216,
        67108864,
        134217728,
        1073741824
    };

    private static final LocalDateTime FIRST_SIGNUP = LocalDateTime.of(2021, 3, 1, 8, 0, 1, 380_000_000);
    private static final int SIGNUP_RANGE_MINUTES = 4 * 365 * 24 * 60;
    private static final List<String> PLANS =
            List.of("CSP All Products", "Modern Work,--annual_2024", "Modern Work and Azure", "Nonprofit");

    private final long seed;
    private final TenantsPerCustomer tenantCounts;
    private final IdGenerator avePointIds;
    private final IdGenerator c3Ids;
    private final IdGenerator tenantIds;

    CustomerFactory(long seed, TenantsPerCustomer tenantCounts) {
        this.seed = seed;
        this.tenantCounts = tenantCounts;
        this.avePointIds = new IdGenerator(seed, -1);
        this.c3Ids = new IdGenerator(seed, -2);
        this.tenantIds = new IdGenerator(seed, -3);
    }

    long seed() {
        return seed;
    }

    /** Returns whether a product covers no kind of tenant. */
    static boolean isOtherProduct(int code) {
        return IntStream.of(OTHER_PRODUCTS).anyMatch(product -> product == code);
    }

    IdGenerator avePointIds() {
        return avePointIds;
    }

    IdGenerator c3Ids() {
        return c3Ids;
    }

    IdGenerator tenantIds() {
        return tenantIds;
    }

    SimulatedCustomer create(int index) {
        return new CustomerGenerator(index).customer();
    }

    /** Returns a GUID. Some ids lack the last digit, like an id of 35 characters in AvePoint's documents. */
    private String avePointId(int index) {
        String guid = avePointIds.guid(index, 0);
        return index % 11 == 7 ? guid.substring(0, guid.length() - 1) : guid;
    }

    /** Returns a GUID in capitals. Some ids have the irregular form of an id in C3's documents. */
    private String c3Id(int index) {
        String guid = c3Ids.guid(index, 0).toUpperCase(Locale.ROOT);
        return index % 9 == 5 ? guid.substring(0, 13) + guid.substring(14, 17) + guid.substring(18) : guid;
    }

    /**
     * Microsoft tenant with what both vendors report about it.
     *
     * @param users users with a license, and therefore with a backup seat
     * @param licenses rows of C3's report
     */
    private record MicrosoftTenant(
            String id,
            String name,
            int users,
            List<SimulatedLicense> licenses,
            boolean knownToAvePoint,
            boolean knownToC3) {}

    /** Generator for one customer. One random draw more or less changes all later values of the customer. */
    private final class CustomerGenerator {
        private final int index;
        private final CustomerTrait trait;
        private final SplittableRandom random;
        private final GeneratedCompany company;

        CustomerGenerator(int index) {
            this.index = index;
            this.trait = CustomerTrait.at(index);
            this.random = new SplittableRandom(IdGenerator.mix(seed, index));
            this.company = GeneratedCompany.generate(index, random);
        }

        SimulatedCustomer customer() {
            List<MicrosoftTenant> microsoft = new ArrayList<>();
            for (int number = 0; number < tenantCounts.of(index, trait); number++) {
                microsoft.add(microsoftTenant(number));
            }
            List<SimulatedTenant> others = otherKinds();
            return new SimulatedCustomer(
                    index,
                    trait,
                    avePointId(index),
                    company.name(),
                    company.ownerEmail(),
                    jobStatus(),
                    company.country().name(),
                    managementMode(),
                    tenants(microsoft, others),
                    purchased(microsoft, others),
                    trait == CustomerTrait.CUSTOMER_UNKNOWN_TO_C3 ? null : c3Id(index),
                    accounts(microsoft));
        }

        /** Returns a Microsoft tenant. Only the first one has the customer's trait. */
        private MicrosoftTenant microsoftTenant(int number) {
            CustomerTrait shown = number == 0 ? trait : CustomerTrait.NONE;
            boolean variant = index / CustomerTrait.PERIOD % 2 == 1;
            // Most companies are small. One in eight may have some hundred users.
            int maxExtraUsers = random.nextInt(8) == 0 ? 400 : 60;
            int users = MIN_USERS + random.nextInt(maxExtraUsers);
            List<SimulatedLicense> licenses = trait == CustomerTrait.DELETED_IN_C3
                    ? List.of()
                    : new LicenseFactory(shown, variant, random).licenses(users);
            return new MicrosoftTenant(
                    tenantIds.guid(index, number),
                    number == 0 ? company.name() : company.name() + " " + (number + 1),
                    users,
                    licenses,
                    trait != CustomerTrait.NO_TENANTS
                            && !(trait == CustomerTrait.TENANT_UNKNOWN_TO_AVEPOINT && number == 1),
                    trait != CustomerTrait.CUSTOMER_UNKNOWN_TO_C3
                            && !(trait == CustomerTrait.TENANT_UNKNOWN_TO_C3 && number == 1));
        }

        private List<SimulatedTenant> otherKinds() {
            if (trait != CustomerTrait.OTHER_KINDS) {
                return List.of();
            }
            String hex = tenantIds.guid(index, -1).replace("-", "");
            return List.of(
                    other("00D" + hex.substring(8, 20), " CRM", SimulatedTenant.SALESFORCE),
                    other("C0" + hex.substring(20, 27), " Workspace", SimulatedTenant.GOOGLE),
                    other(tenantIds.guid(index, -2), " Dynamics", SimulatedTenant.DYNAMICS_365));
        }

        private SimulatedTenant other(String id, String nameEnd, int kindCode) {
            long users = random.nextLong(MIN_USERS, 36);
            return new SimulatedTenant(id, company.name() + nameEnd, kindCode, users, users);
        }

        private int jobStatus() {
            if (trait == CustomerTrait.NO_TENANTS) {
                return WAITING_FOR_CONFIGURATION;
            }
            return random.nextInt(10) == 0 ? random.nextInt(7) : WORKING;
        }

        private int managementMode() {
            if (trait == CustomerTrait.NO_TENANTS) {
                return 2;
            }
            return random.nextInt(6) == 0 ? 0 : 1;
        }

        /** Returns the Microsoft tenants that AvePoint has, then the other tenants. */
        private List<SimulatedTenant> tenants(List<MicrosoftTenant> microsoft, List<SimulatedTenant> others) {
            List<SimulatedTenant> tenants = new ArrayList<>();
            for (MicrosoftTenant tenant : microsoft) {
                if (tenant.knownToAvePoint()) {
                    Long users = trait == CustomerTrait.NULL_COUNTS ? null : Long.valueOf(tenant.users());
                    tenants.add(new SimulatedTenant(
                            tenant.id(), tenant.name(), SimulatedTenant.MICROSOFT_365, users, users));
                }
            }
            tenants.addAll(others);
            return tenants;
        }

        /** Returns the purchased seats of each product that the customer owns. */
        private Map<Integer, Long> purchased(List<MicrosoftTenant> microsoft, List<SimulatedTenant> others) {
            Map<Integer, Long> purchased = new TreeMap<>();
            if (trait != CustomerTrait.NO_TENANTS) {
                purchased.put(MICROSOFT_BACKUP, microsoftBackup(microsoft));
            }
            for (SimulatedTenant tenant : others) {
                Long assigned = tenant.assignedSeats();
                purchased.merge(
                        BACKUP_BY_KIND.getOrDefault(tenant.kindCode(), 0), assigned == null ? 0 : assigned, Long::sum);
            }
            for (int product : OTHER_PRODUCTS) {
                if (random.nextInt(8) == 0) {
                    purchased.put(product, 5L * random.nextInt(12));
                }
            }
            if (index % CustomerTrait.PERIOD == 1) {
                purchased.put(MY_HUB, 0L);
            }
            return purchased;
        }

        private long microsoftBackup(List<MicrosoftTenant> tenants) {
            long assigned = tenants.stream()
                    .filter(MicrosoftTenant::knownToAvePoint)
                    .mapToLong(MicrosoftTenant::users)
                    .sum();
            return switch (trait) {
                case BACKUP_SHORTFALL -> assigned - Math.max(3, assigned / 6);
                case BACKUP_SURPLUS -> assigned * 2 + 20;
                default -> assigned + random.nextInt(2);
            };
        }

        private List<SimulatedC3Customer> accounts(List<MicrosoftTenant> tenants) {
            List<SimulatedC3Customer> accounts = new ArrayList<>();
            for (MicrosoftTenant tenant : tenants) {
                if (tenant.knownToC3()) {
                    accounts.add(account(tenant, accounts.size()));
                }
            }
            return accounts;
        }

        private SimulatedC3Customer account(MicrosoftTenant tenant, int number) {
            LocalDateTime signup = FIRST_SIGNUP.plusMinutes(random.nextInt(SIGNUP_RANGE_MINUTES));
            return new SimulatedC3Customer(
                    c3Id(index),
                    company.name(),
                    trait == CustomerTrait.LETTER_CASE ? tenant.id().toUpperCase(Locale.ROOT) : tenant.id(),
                    tenant.name(),
                    company.slug() + (number == 0 ? "" : "-" + (number + 1)) + ".onmicrosoft.example",
                    tags(),
                    company.country().currency(),
                    signup.toString(),
                    trait == CustomerTrait.NO_TENANTS ? "Pending" : "Onboarded",
                    PLANS.get(random.nextInt(PLANS.size())),
                    random.nextBoolean(),
                    trait == CustomerTrait.DELETED_IN_C3 ? signup.plusDays(200).toString() : null,
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
}
