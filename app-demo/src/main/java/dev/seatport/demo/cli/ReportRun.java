package dev.seatport.demo.cli;

import dev.seatport.demo.report.Format;
import dev.seatport.demo.report.Output;
import dev.seatport.demo.report.Palette;
import dev.seatport.demo.report.ReviewShape;
import dev.seatport.demo.report.ReviewTableWriter;
import dev.seatport.demo.report.RowWriter;
import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.review.Completeness;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints the report, and says on stderr how complete it is. */
final class ReportRun {
    /** Cloud Backup for Microsoft 365. */
    private static final ProductCode BACKUP = new ProductCode("2048");

    private final SeatportCommand root;
    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable Completeness completeness;

    ReportRun(SeatportCommand root) {
        this.root = root;
    }

    int run(Session session) throws Exception {
        return session.wired(vendors -> print(session, vendors));
    }

    private int print(Session session, SeatportComponent vendors) throws Exception {
        List<Product> products = List.of(vendors.products().byCode(BACKUP));
        var events = vendors.review().review(ReviewRequest.of(products).build());
        try (Output out = root.openOutput()) {
            RowWriter<CustomerReview> rows = writer(out.writer());
            int code = session.print(events, event -> take(event, rows), rows::end, out);
            return code == ExitCode.FINE ? tell() : code;
        }
    }

    private RowWriter<CustomerReview> writer(Writer out) {
        if (root.format() == Format.TABLE) {
            return new ReviewTableWriter(out, root.onTerminal() ? root.console().palette() : Palette.PLAIN);
        }
        return root.format().rows(ReviewShape.SHAPE, out);
    }

    private void take(ReviewEvent event, RowWriter<CustomerReview> rows) throws IOException {
        if (event instanceof ReviewEvent.Reviewed reviewed) {
            gaps.addAll(reviewed.customer().position().gaps());
            rows.row(reviewed.customer());
        } else if (event instanceof ReviewEvent.Finished finished) {
            completeness = finished.completeness();
            gaps.addAll(0, completeness.atLarge());
        }
    }

    private static String line(Gap gap) {
        return gap.customer() == null
                ? gap.explanation()
                : gap.explanation() + "; missing for customer " + gap.customer();
    }

    private int tell() {
        if (completeness == null) {
            throw new IllegalStateException("a review ended without saying how complete it is");
        }
        gaps.stream().map(ReportRun::line).forEach(root.console()::say);
        root.console().say(completeness.text());
        return completeness.whole() ? ExitCode.FINE : ExitCode.INCOMPLETE;
    }
}
