/**
 * Settings: where they come from and which are legal. Entry: {@link dev.seatport.demo.config.Settings}. For the wiring and the
 * command line.
 */
@NullMarked
package dev.seatport.demo.config;

import org.jspecify.annotations.NullMarked;
