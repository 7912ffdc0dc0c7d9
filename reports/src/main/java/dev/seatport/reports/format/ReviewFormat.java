package dev.seatport.reports.format;

import dev.seatport.reports.internal.html.CustomerPagesWriter;
import dev.seatport.reports.internal.html.HtmlReviewWriter;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.output.RowFormat;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;

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

    /** The name of the index of {@link #customerPages}. A web server does not show it by itself, unlike {@code index.html}. */
    public static final String CUSTOMER_INDEX = CustomerPagesWriter.INDEX;

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

    /**
     * Creates a writer of one HTML page per customer, for that customer, and of an index in CSV. A page has no data of another
     * customer and no text of the policy. Its name is a hash of the customer id and the same in each review. Pages of customers that
     * are not in the result stay unchanged.
     *
     * @param folder the folder of the files; created for its owner only if it does not exist
     * @throws OutputException if the folder cannot be created, or a file in it cannot be written
     */
    public static ReviewWriter customerPages(ReviewOutputHeader head, Path folder) throws OutputException {
        return new CustomerPagesWriter(head, folder);
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
