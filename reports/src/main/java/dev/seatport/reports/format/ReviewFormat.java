package dev.seatport.reports.format;

import dev.seatport.reports.internal.html.HtmlReviewWriter;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.output.Palette;
import dev.seatport.reports.review.ReviewHeader;
import dev.seatport.reports.review.ReviewWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** The formats of {@code seatport review}. */
public enum ReviewFormat {
    /** For people, on a terminal. */
    TABLE,
    /** One document. */
    JSON,
    /** A document per line, as they come. */
    NDJSON,
    /** A row per finding, then a row per gap. */
    CSV,
    /** One file to mail or to keep. */
    HTML;

    /**
     * Writes a review in this format.
     *
     * @param terminal whether a terminal shows it
     * @throws OutputException if there is no place for what must wait until the end
     */
    public ReviewWriter writer(ReviewHeader head, Writer out, Palette palette, boolean terminal)
            throws OutputException {
        try {
            return made(head, out, palette, terminal);
        } catch (UncheckedIOException e) {
            throw new OutputException(
                    "the system's temporary folder cannot be written; check its space and rights, or name"
                            + " another with JAVA_OPTS=-Djava.io.tmpdir=...");
        }
    }

    private ReviewWriter made(ReviewHeader head, Writer out, Palette palette, boolean terminal) {
        return switch (this) {
            case TABLE -> new TableReviewWriter(head, out, palette);
            case JSON -> new JsonReviewWriter(head, out);
            case NDJSON -> new NdjsonReviewWriter(head, out);
            case CSV -> new CsvReviewWriter(out, terminal);
            case HTML -> new HtmlReviewWriter(head, out);
        };
    }
}
