package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.Vendors;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.seats.ProductCatalogue;
import dev.seatport.reports.output.SeatShapes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class ProductSeatsCommand implements Subcommand {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final SeatportCommand root;

    private final PositionalParamSpec customer =
            Positionals.required(0, "CUSTOMER", "the seat vendor's id of the customer");

    private final OptionSpec product = OptionSpec.builder("--product")
            .type(String.class)
            .required(true)
            .paramLabel("PRODUCT")
            .description("the product's code or name; see 'seatport products'")
            .build();

    ProductSeatsCommand(SeatportCommand root) {
        this.root = root;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(customer, product);
    }

    @Override
    public Integer call() throws Exception {
        VendorName.requireCustomer(customer.getValue());
        return Session.of(root)
                .one(
                        component -> {
                            Vendors vendors = component.vendors();
                            Product asked = product(product.getValue(), vendors.catalogue());
                            return vendors.productSeats()
                                    .seats(new CustomerId(vendors.ofSeats(), customer.getValue()), asked);
                        },
                        SeatShapes.PRODUCT_SEATS);
    }

    /** A number is asked about as it is, known or not: the vendor may sell what it does not document. */
    private static Product product(String product, ProductCatalogue catalogue) {
        String wanted = product.strip();
        if (NUMBER.matcher(wanted).matches()) {
            return catalogue.byCode(new ProductCode(wanted));
        }
        return catalogue
                .byName(wanted)
                .orElseThrow(() -> new UsageException("no product is called '" + product
                        + "'; legal: a number, or one of "
                        + catalogue.products().stream().map(Product::label).collect(Collectors.joining(", "))));
    }
}
