/**
 * Settings: where they come from and which are legal. Entries: {@link dev.seatport.demo.config.SettingsSource}
 * and {@link dev.seatport.demo.config.Settings}. For the wiring and the command line.
 */
@NullMarked
package dev.seatport.demo.config;

import org.jspecify.annotations.NullMarked;
