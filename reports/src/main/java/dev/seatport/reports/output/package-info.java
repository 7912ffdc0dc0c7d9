/**
 * What a result looks like: columns, and the formats that print them. Entry: {@link dev.seatport.reports.output.Output}.
 */
@NullMarked
package dev.seatport.reports.output;

import org.jspecify.annotations.NullMarked;
