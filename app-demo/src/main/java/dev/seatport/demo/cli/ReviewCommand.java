package dev.seatport.demo.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "review",
        aliases = "report",
        description = "Set every customer's seats bought beside the seats used, across vendors, and say what is wrong.")
final class ReviewCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SeatportCommand root;

    @Mixin
    private ReviewOptions options = new ReviewOptions();

    @Override
    public Integer call() throws Exception {
        SeatportCommand seatport = Root.of(root);
        return new ReviewRun(seatport, new ReviewPlan(options)).run(Session.of(seatport));
    }
}
