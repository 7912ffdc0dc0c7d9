/**
 * The log of the way to a vendor. Entry: {@link dev.seatport.http.internal.journal.Journal}. For this module only.
 */
@NullMarked
package dev.seatport.http.internal.journal;

import org.jspecify.annotations.NullMarked;
