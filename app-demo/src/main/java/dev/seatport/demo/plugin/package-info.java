/**
 * What one vendor contributes to the command line. Entry: {@link dev.seatport.demo.plugin.VendorPlugin}. Implemented by the wiring; used by
 * the wiring, the doctor and the command line.
 */
@NullMarked
package dev.seatport.demo.plugin;

import org.jspecify.annotations.NullMarked;
