package dev.seatport.demo.doctor;

import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.Shape;
import java.util.List;

/** How checks are shown. */
public final class CheckShape {
    public static final Shape<Check> SHAPE = new Shape<>(List.of(
            new Column<>("vendor", "vendor", Check::vendor),
            new Column<>("check", "check", Check::name),
            new Column<>("status", "status", check -> check.status().word()),
            new Column<>("what", "what", Check::what),
            new Column<>("advice", "what to do", Check::advice)));

    private CheckShape() {}
}
