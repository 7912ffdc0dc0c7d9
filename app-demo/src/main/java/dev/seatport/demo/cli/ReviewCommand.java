package dev.seatport.demo.cli;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

final class ReviewCommand implements Subcommand {
    private final SeatportCommand root;

    private final ReviewOptions options = new ReviewOptions();

    ReviewCommand(SeatportCommand root) {
        this.root = root;
    }

    @Override
    public List<ArgSpec> arguments() {
        return options.specs();
    }

    @Override
    public Integer call() throws Exception {
        return new ReviewRun(root, new ReviewPlan(options)).run(Session.of(root));
    }
}
