/** Child processes of measurements. Entry: {@link dev.seatport.benchmarks.process.Jvm}. */
@NullMarked
package dev.seatport.benchmarks.process;

import org.jspecify.annotations.NullMarked;
