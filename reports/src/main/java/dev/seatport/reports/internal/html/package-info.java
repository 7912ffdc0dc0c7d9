/**
 * HTML format of a review. The build compiles the templates in {@code src/main/jte} into this package. Entry:
 * {@link dev.seatport.reports.internal.html.HtmlReviewWriter}.
 */
@NullMarked
package dev.seatport.reports.internal.html;

import org.jspecify.annotations.NullMarked;
