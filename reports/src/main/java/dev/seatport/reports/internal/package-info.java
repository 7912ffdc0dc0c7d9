/** What the writers of all formats share and embedders do not see. */
@NullMarked
package dev.seatport.reports.internal;

import org.jspecify.annotations.NullMarked;
