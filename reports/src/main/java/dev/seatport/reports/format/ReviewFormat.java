package dev.seatport.reports.format;

import dev.seatport.reports.internal.html.HtmlReviewWriter;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.output.RowFormat;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** The formats of {@code seatport review}. */
public enum ReviewFormat {
    /** Text table for a terminal. */
    TABLE,
    /** One JSON document. */
    JSON,
    /** One JSON document per line, written without delay. */
    NDJSON,
    /** One row per finding, then one row per gap and note. */
    CSV,
    /** One self-contained file. */
    HTML;

    /**
     * Returns whether the format can write rows of this sort. Formats for people and the one JSON document have findings only.
     */
    public boolean supports(ReviewRows rows) {
        return rows == ReviewRows.FINDINGS || this == CSV || this == NDJSON;
    }

    /**
     * Creates a writer of this format.
     *
     * @throws IllegalArgumentException if the format does not support the rows of the options
     * @throws OutputException if temporary files cannot be created
     */
    public ReviewWriter writer(ReviewOutputHeader head, Writer out, ReviewOutputOptions options)
            throws OutputException {
        try {
            return create(head, out, options);
        } catch (UncheckedIOException e) {
            throw new OutputException(
                    "the system's temporary folder cannot be written; check its space and permissions, or name"
                            + " another with JAVA_OPTS=-Djava.io.tmpdir=...");
        }
    }

    private ReviewWriter create(ReviewOutputHeader head, Writer out, ReviewOutputOptions options) {
        if (!supports(options.rows())) {
            throw new IllegalArgumentException(this + " cannot write " + options.rows());
        }
        if (options.rows() == ReviewRows.POSITIONS) {
            return new PositionsReviewWriter(head, out, RowFormat.valueOf(name()), options.terminal());
        }
        return switch (this) {
            case TABLE -> new TableReviewWriter(head, out, options);
            case JSON -> new JsonReviewWriter(head, out);
            case NDJSON -> new NdjsonReviewWriter(head, out);
            case CSV -> new CsvReviewWriter(head, out, options.terminal());
            case HTML -> new HtmlReviewWriter(head, out);
        };
    }
}
