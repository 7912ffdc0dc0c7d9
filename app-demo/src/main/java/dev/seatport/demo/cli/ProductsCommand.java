package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.wiring.DaggerSeatportComponent;
import dev.seatport.demo.wiring.VertxLifecycle;
import dev.seatport.domain.seat.Product;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.RowWriter;
import dev.seatport.reports.output.SeatShapes;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;

final class ProductsCommand implements Subcommand {
    private final SeatportCommand root;

    ProductsCommand(SeatportCommand root) {
        this.root = root;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of();
    }

    @Override
    public Integer call() throws Exception {
        List<Product> products = DaggerSeatportComponent.factory()
                .create(Settings.only(Map.of()), new VertxLifecycle())
                .vendors()
                .catalogue()
                .products();
        try (Output out = root.openOutput()) {
            return Session.write(out, () -> {
                RowWriter<Product> rows = root.format().rows(SeatShapes.PRODUCTS, out.writer(), root.onTerminal());
                for (Product product : products) {
                    rows.row(product);
                }
                rows.end();
            });
        }
    }
}
