package dev.seatport.sandbox.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The tenants of one customer, with the people in them. */
final class TenantFactory {
    private static final int FEWEST_USERS = 6;

    private final IdScheme ids;
    private final int index;
    private final Trait trait;
    private final Company company;
    private final SplittableRandom random;

    TenantFactory(IdScheme ids, int index, Trait trait, Company company, SplittableRandom random) {
        this.ids = ids;
        this.index = index;
        this.trait = trait;
        this.company = company;
        this.random = random;
    }

    /** This many Microsoft tenants; only the first shows the trait. */
    List<MicrosoftTenant> microsoft(int count) {
        List<MicrosoftTenant> tenants = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            tenants.add(microsoftTenant(number));
        }
        return tenants;
    }

    /** The tenants of other kinds, each in order. */
    List<SimulatedTenant> otherKinds() {
        if (trait != Trait.OTHER_KINDS) {
            return List.of();
        }
        String hex = ids.guid(index, -1).replace("-", "");
        String name = company.name();
        return List.of(
                other("00D" + hex.substring(8, 20), name + " CRM", SimulatedTenant.SALESFORCE),
                other("C0" + hex.substring(20, 27), name + " Workspace", SimulatedTenant.GOOGLE),
                other(ids.guid(index, -2), name + " Dynamics", SimulatedTenant.DYNAMICS_365));
    }

    private MicrosoftTenant microsoftTenant(int number) {
        Trait shown = number == 0 ? trait : Trait.NOTHING;
        boolean variant = index / Trait.PERIOD % 2 == 1;
        int users = users();
        List<SimulatedLicense> licenses =
                trait == Trait.DELETED_IN_C3 ? List.of() : new LicenseFactory(shown, variant, random).licenses(users);
        return new MicrosoftTenant(
                ids.guid(index, number),
                number == 0 ? company.name() : company.name() + " " + (number + 1),
                users,
                licenses,
                isKnownToAvePoint(number),
                isKnownToC3(number));
    }

    private boolean isKnownToAvePoint(int number) {
        return trait != Trait.NO_TENANTS && !(trait == Trait.TENANT_UNKNOWN_TO_AVEPOINT && number == 1);
    }

    private boolean isKnownToC3(int number) {
        return trait != Trait.CUSTOMER_UNKNOWN_TO_C3 && !(trait == Trait.TENANT_UNKNOWN_TO_C3 && number == 1);
    }

    /** Mostly small companies, a few of some hundred people. */
    private int users() {
        int most = random.nextInt(8) == 0 ? 400 : 60;
        return FEWEST_USERS + random.nextInt(most);
    }

    private SimulatedTenant other(String id, String name, int kindCode) {
        long users = random.nextLong(FEWEST_USERS, 36);
        return new SimulatedTenant(id, name, kindCode, users, users);
    }
}
