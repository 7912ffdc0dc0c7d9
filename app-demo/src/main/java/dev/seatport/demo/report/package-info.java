/**
 * What a result looks like: columns, and the formats that print them. Entry: {@link dev.seatport.demo.report.Output}. For the
 * command line.
 */
@NullMarked
package dev.seatport.demo.report;

import org.jspecify.annotations.NullMarked;
