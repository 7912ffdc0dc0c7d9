/** Helpers that wait for stages and publishers in tests, always with a timeout. For tests only. */
@NullMarked
package dev.seatport.testkit.wait;

import org.jspecify.annotations.NullMarked;
