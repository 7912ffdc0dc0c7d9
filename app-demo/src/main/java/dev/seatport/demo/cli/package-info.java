/**
 * Command line: parses arguments, runs a command, exits. Entry: {@link dev.seatport.demo.cli.Main}. No package imports it.
 */
@NullMarked
package dev.seatport.demo.cli;

import org.jspecify.annotations.NullMarked;
