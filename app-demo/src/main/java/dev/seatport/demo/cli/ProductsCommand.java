package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.report.Output;
import dev.seatport.demo.report.RowWriter;
import dev.seatport.demo.report.SeatShapes;
import dev.seatport.demo.wiring.DaggerSeatportComponent;
import dev.seatport.domain.seat.Product;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "products", description = "List the products that can be asked about. Needs no settings.")
final class ProductsCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SeatportCommand root;

    @Override
    public Integer call() throws Exception {
        SeatportCommand seatport = Root.of(root);
        List<Product> products = DaggerSeatportComponent.factory()
                .create(Settings.only(Map.of()))
                .vendors()
                .catalogue()
                .products();
        try (Output out = seatport.openOutput()) {
            return Session.write(out, () -> {
                RowWriter<Product> rows = seatport.format().rows(SeatShapes.PRODUCTS, out.writer());
                for (Product product : products) {
                    rows.row(product);
                }
                rows.end();
            });
        }
    }
}
