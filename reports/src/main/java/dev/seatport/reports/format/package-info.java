/**
 * Formats of a review: table, JSON, NDJSON, CSV and HTML, one writer each. Entry:
 * {@link dev.seatport.reports.format.ReviewFormat}.
 */
@NullMarked
package dev.seatport.reports.format;

import org.jspecify.annotations.NullMarked;
