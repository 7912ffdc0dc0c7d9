/**
 * Settings: sources, precedence and allowed values. Entries: {@link dev.seatport.demo.config.SettingsSource} and
 * {@link dev.seatport.demo.config.Settings}. Used by the wiring and the command line.
 */
@NullMarked
package dev.seatport.demo.config;

import org.jspecify.annotations.NullMarked;
