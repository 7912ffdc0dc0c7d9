package dev.seatport.reports.output;

import static dev.seatport.reports.output.SeatShapes.number;

import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import java.util.List;

/** How the licenses of a tenant are shown. */
public final class LicenseShape {
    public static final Shape<LicenseConsumption> SHAPE = new Shape<>(List.of(
            new Column<>(
                    "skuId",
                    "SKU",
                    license -> license.sku().value().isEmpty()
                            ? null
                            : license.sku().value()),
            new Column<>("productName", "product", LicenseConsumption::productName),
            new Column<>("purchased", "purchased", license -> number(license.purchased())),
            new Column<>("assigned", "assigned", license -> number(license.assigned())),
            new Column<>("available", "available", license -> number(license.available())),
            new Column<>("tenantTotal", "tenant total", license -> number(license.tenantTotal())),
            new Column<>("offers", "offers", LicenseShape::offers),
            Column.ifAny("note", "note", Notes::of)));

    private LicenseShape() {}

    static List<OfferCell> offers(LicenseConsumption license) {
        return license.offers().stream().map(OfferCell::of).toList();
    }

    /** An offer within a license. */
    record OfferCell(String name, BillingCycle billingCycle) implements Cell {
        static OfferCell of(Offer offer) {
            return new OfferCell(offer.name(), offer.billingCycle());
        }

        @Override
        public String text() {
            return billingCycle == BillingCycle.UNKNOWN ? name : name + " (" + billingCycle + ")";
        }
    }
}
