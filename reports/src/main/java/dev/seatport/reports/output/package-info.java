/**
 * Columns of results, formats that print them, and the output file. Entry: {@link dev.seatport.reports.output.Output}.
 */
@NullMarked
package dev.seatport.reports.output;

import org.jspecify.annotations.NullMarked;
