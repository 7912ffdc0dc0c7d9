/**
 * The HTML page of a review. The templates in {@code src/main/jte} are compiled into this package. Entry:
 * {@link dev.seatport.reports.internal.html.HtmlReviewWriter}.
 */
@NullMarked
package dev.seatport.reports.internal.html;

import org.jspecify.annotations.NullMarked;
