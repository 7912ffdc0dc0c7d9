package dev.seatport.demo.cli;

import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.reports.policy.Policy;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Faults and policy of the demo: three responses fail, and a partner has exclusions. Users with one of the policy's seat SKUs need
 * backup. Users with a kiosk mailbox do not, so the vendors disagree about them.
 */
final class DemoScenario {
    private static final ProductCode BACKUP = new ProductCode("2048");
    private static final Set<String> SEAT_SKUS = Set.of(
            "a4c1e7d2-5b0f-4e63-9d18-2f7b6a90c351",
            "1f9d03b6-7e42-4c8a-b5d7-60e2c4a81f93",
            "c85b2a40-16d9-47fe-8a3c-b90d5e7f1264",
            "72e6d94f-c0a3-4b15-9e80-1d3a7c5bf628",
            "0b7f58c3-92ad-4d61-8f24-e5c1906a3db7",
            "e3904d1a-68bf-4a27-b71c-4c8f25d0e9a6",
            "5d21b8e7-f34c-4096-a6d5-93b70f1c8e42");
    private static final SkuId EXTERNALLY_BILLED_SKU = new SkuId("d17a4e92-5c38-4f0b-91e6-b2c8607df453");
    private static final int DENIED_LICENSES_CUSTOMER = 3;
    private static final int DENIED_SEATS_CUSTOMER = 14;
    private static final int BROKEN_BACKUP_CUSTOMER = 25;

    private final SimulatedFleet simulatedFleet;
    private final VendorPlugin seats;
    private final @Nullable VendorPlugin licenses;
    private final Set<SkuId> freeSkus;

    private DemoScenario(SimulatedFleet simulatedFleet, VendorRegistry vendors) {
        this.simulatedFleet = simulatedFleet;
        this.seats = vendors.seats();
        this.licenses = vendors.licensesOfReview().orElse(null);
        this.freeSkus = vendors.freeSkus();
    }

    /** Installs the faults of the demo in a sandbox. */
    static DemoScenario installIn(Sandbox sandbox, VendorRegistry vendors) {
        DemoScenario scenario = new DemoScenario(sandbox.fleet(), vendors);
        sandbox.faults(FaultPlan.parse(scenario.faults()));
        return scenario;
    }

    /** A small fleet lacks some of these customers. */
    private String faults() {
        return Stream.of(
                        licenses == null
                                ? Stream.<String>empty()
                                : faults(licenses, "403:path=licenses", DENIED_LICENSES_CUSTOMER),
                        faults(seats, "403:path=tenant-seats", DENIED_SEATS_CUSTOMER),
                        faults(seats, "html:path=product-seats", BROKEN_BACKUP_CUSTOMER))
                .flatMap(plan -> plan)
                .collect(Collectors.joining("; "));
    }

    private Stream<String> faults(VendorPlugin vendor, String fault, int index) {
        return customer(index).stream()
                .flatMap(customer -> ids(vendor, customer).stream())
                .map(id -> fault + ",customer=" + id);
    }

    private static List<String> ids(VendorPlugin vendor, SimulatedCustomer customer) {
        return vendor.simulation()
                .map(simulation -> simulation.customerIds(customer))
                .orElse(List.of());
    }

    private Optional<SimulatedCustomer> customer(int index) {
        return index < simulatedFleet.size() ? Optional.of(simulatedFleet.customer(index)) : Optional.empty();
    }

    /**
     * Returns the policy of the demo's partner.
     *
     * @param today a day on which one exclusion is in force and another has expired
     */
    Policy policy(LocalDate today) {
        List<Exclusion> exclusions = Stream.of(
                        simulatedFleet
                                .firstWith(CustomerTrait.MANY_UNASSIGNED)
                                .map(customer -> Exclusion.of(id(customer), "seasonal staff comes back in spring")
                                        .owner("A. Lindqvist")
                                        .until(today.plusMonths(4))
                                        .build()),
                        simulatedFleet
                                .firstWith(CustomerTrait.BACKUP_SURPLUS)
                                .map(customer -> Exclusion.of(id(customer), "agreed to order fewer seats last month")
                                        .owner("J. Mensah")
                                        .until(today.minusDays(12))
                                        .build()),
                        Optional.of(Exclusion.of(EXTERNALLY_BILLED_SKU, "billed by another reseller")
                                .scope(Exclusion.SuppressedOutput.EVERYWHERE)
                                .build()))
                .flatMap(Optional::stream)
                .toList();
        return new Policy(
                ReviewPolicy.builder()
                        .seatSkus(Map.of(BACKUP, seatSkus()))
                        .freeSkus(freeSkus)
                        .exclusions(exclusions)
                        .build(),
                List.of());
    }

    private static Set<SkuId> seatSkus() {
        return SEAT_SKUS.stream().map(SkuId::new).collect(Collectors.toSet());
    }

    private CustomerId id(SimulatedCustomer customer) {
        return new CustomerId(seats.vendor(), ids(seats, customer).get(0));
    }
}
