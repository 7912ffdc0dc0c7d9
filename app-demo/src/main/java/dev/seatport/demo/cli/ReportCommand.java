package dev.seatport.demo.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "report",
        description = "Show every customer's seats, backup seats and licenses, across vendors, and what is wrong.")
final class ReportCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SeatportCommand root;

    @Override
    public Integer call() throws Exception {
        SeatportCommand seatport = Root.of(root);
        return new ReportRun(seatport).run(Session.of(seatport));
    }
}
