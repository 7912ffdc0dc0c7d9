/** Helpers of the writers of all formats. */
@NullMarked
package dev.seatport.reports.internal;

import org.jspecify.annotations.NullMarked;
