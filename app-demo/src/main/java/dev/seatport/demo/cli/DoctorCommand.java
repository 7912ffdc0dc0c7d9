package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.doctor.Check;
import dev.seatport.demo.doctor.CheckShape;
import dev.seatport.demo.doctor.Doctor;
import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.RowWriter;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

final class DoctorCommand implements Subcommand {
    private final SeatportCommand root;

    DoctorCommand(SeatportCommand root) {
        this.root = root;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of();
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = root.settings();
        return Session.with(root, settings).wired(vendors -> examine(root, settings, vendors));
    }

    private static int examine(SeatportCommand seatport, Settings settings, SeatportComponent vendors)
            throws Exception {
        Doctor doctor = new Doctor(settings, InstantSource.system(), System::nanoTime);
        try (Output out = seatport.openOutput()) {
            RowWriter<Check> rows = seatport.format().rows(CheckShape.SHAPE, out.writer(), seatport.onTerminal());
            Doctor.Verdict verdict;
            try {
                verdict = doctor.examine(vendors.vendorSettings(), vendors.patients(), rows::row);
            } catch (IOException e) {
                throw out.unwritable();
            }
            Session.write(out, rows::end);
            if (verdict == Doctor.Verdict.UNCONFIGURED) {
                seatport.console().say("no vendor is configured; see 'what to do'");
            }
            return code(verdict);
        }
    }

    private static int code(Doctor.Verdict verdict) {
        return switch (verdict) {
            case WELL -> ExitCode.FINE;
            case MISCONFIGURED, UNCONFIGURED -> ExitCode.USAGE;
            case ILL -> ExitCode.FAILED;
        };
    }
}
