/** Reports of figures. Entry: {@link dev.seatport.benchmarks.report.Results}. */
@NullMarked
package dev.seatport.benchmarks.report;

import org.jspecify.annotations.NullMarked;
