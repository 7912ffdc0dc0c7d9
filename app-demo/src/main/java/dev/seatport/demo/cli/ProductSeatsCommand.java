package dev.seatport.demo.cli;

import dev.seatport.demo.report.SeatShapes;
import dev.seatport.demo.wiring.Vendors;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.seats.ProductCatalogue;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "product-seats", description = "Show the seats of a product that were bought for a customer.")
final class ProductSeatsCommand implements Callable<Integer> {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    @ParentCommand
    private @Nullable SeatportCommand root;

    @Parameters(paramLabel = "CUSTOMER", description = "the seat vendor's id of the customer")
    private String customer = "";

    @Option(
            names = "--product",
            required = true,
            paramLabel = "PRODUCT",
            description = "the product's code or name; see 'seatport products'")
    private String product = "";

    @Override
    public Integer call() throws Exception {
        VendorName.requireCustomer(customer);
        return Session.of(Root.of(root))
                .one(
                        component -> {
                            Vendors vendors = component.vendors();
                            Product asked = product(vendors.catalogue());
                            return vendors.productSeats().seats(new CustomerId(vendors.ofSeats(), customer), asked);
                        },
                        SeatShapes.PRODUCT_SEATS);
    }

    /** A number is asked about as it is, known or not: the vendor may sell what it does not document. */
    private Product product(ProductCatalogue catalogue) {
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
